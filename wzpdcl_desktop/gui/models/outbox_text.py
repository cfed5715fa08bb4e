"""The words of the outbox: what it is, how it stands, why, and the one thing to do about it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from wzpdcl_desktop.domain.commands import RESTORED, CommandState, CommandType, OutboxItem
from wzpdcl_desktop.domain.complaints import QueueRow
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder

ICONS = {
    CommandType.ACCEPT: "check",
    CommandType.MESSAGE: "chat-text",
    CommandType.RESOLVE: "check-circle",
    CommandType.CANCEL: "x-circle",
    CommandType.REASSIGN: "swap",
}
#: Icon and colour token of each state.
STATE_LOOK = {
    CommandState.PENDING: ("hourglass-medium", "waiting"),
    CommandState.SENDING: ("arrows-clockwise", "progress"),
    CommandState.HELD: ("pause", "text2"),
    CommandState.CONFLICT: ("git-merge", "conflict"),
    CommandState.REFUSED: ("warning", "breached"),
    CommandState.SET_ASIDE: ("warning", "breached"),
    CommandState.APPLIED: ("cloud-check", "resolved"),
}


class Verb(StrEnum):
    """What an officer can do about a command."""

    TAKE_BACK = "take_back"
    HOLD = "hold"
    RESUME = "resume"
    RETRY = "retry"
    CORRECT = "correct"
    DISCARD = "discard"
    COPY = "copy"
    DECIDE = "decide"


def verbs(item: OutboxItem) -> tuple[Verb, ...]:
    """What can be done, the main one first; nothing while it is on the wire."""
    untried = item.attempts == 0
    away = (Verb.DISCARD,) if untried else ()  # what the server may have carried out is not thrown away
    match item.state:
        case CommandState.PENDING:
            first = (Verb.TAKE_BACK,) if untried else (Verb.RETRY,)
            return (*first, Verb.HOLD, Verb.COPY)
        case CommandState.HELD:
            back = (Verb.TAKE_BACK,) if untried else ()
            return (Verb.RESUME, *back, *away, Verb.COPY)
        case CommandState.SET_ASIDE:
            return (Verb.RETRY, Verb.HOLD, *away, Verb.COPY)
        case CommandState.CONFLICT | CommandState.REFUSED:
            return (Verb.DECIDE, Verb.CORRECT, Verb.DISCARD, Verb.COPY)
    return (Verb.COPY,)


def main_verb(item: OutboxItem) -> Verb | None:
    """The verb written in the row."""
    first = verbs(item)[0]
    return None if first is Verb.COPY else first


class OutboxText:
    """Words of commands, in the language of now."""

    def __init__(self, language: Language, directory: DirectoryHolder) -> None:
        self._language, self._directory = language, directory

    def title(self, item: OutboxItem) -> str:
        """Action and complaint."""
        return f"{self.action(item.command.type)} · {self._language.digits(item.command.complaint_id)}"

    def action(self, kind: CommandType) -> str:
        """A type of command in a word."""
        translate = QCoreApplication.translate
        return {
            CommandType.ACCEPT: translate("OutboxText", "Accept"),
            CommandType.MESSAGE: translate("OutboxText", "Message"),
            CommandType.RESOLVE: translate("OutboxText", "Resolve"),
            CommandType.CANCEL: translate("OutboxText", "Cancel"),
            CommandType.REASSIGN: translate("OutboxText", "Reassign"),
        }[kind]

    def below(self, item: OutboxItem, row: QueueRow | None) -> str:
        """Why it stands where it stands; else when it was done, and to what."""
        translate = QCoreApplication.translate
        if item.state in (CommandState.CONFLICT, CommandState.REFUSED, CommandState.SET_ASIDE):
            return explain(self.code(item)).line
        if item.state is CommandState.HELD and item.last_error == RESTORED:
            return translate("OutboxText", "May have been sent already")
        if item.state is CommandState.HELD:
            return translate("OutboxText", "You hold it back")
        parts = [self._language.time(item.command.created_at)]
        if item.attempts and item.last_error:
            parts.append(explain(item.last_error).title)
        elif item.command.type is CommandType.CANCEL:
            reason = self._directory.value.cancel_reasons.get(str(item.command.args.get("reason")))
            if reason:
                parts.append(translate("OutboxText", "reason: {0}").format(self._language.name(reason)))
        elif row is not None:
            category = self._directory.value.categories.get(row.category)
            parts.append(self._language.name(category) if category else row.category)
        return " · ".join(parts)

    def code(self, item: OutboxItem) -> str:
        """The code of what went wrong."""
        receipt = item.receipt.code if item.receipt else None
        return receipt or item.last_error or "unknown"

    def state(self, item: OutboxItem) -> str:
        """How it stands, in a word."""
        translate = QCoreApplication.translate
        return {
            CommandState.PENDING: translate("OutboxText", "Waiting"),
            CommandState.SENDING: translate("OutboxText", "Being sent"),
            CommandState.HELD: translate("OutboxText", "Held"),
            CommandState.CONFLICT: translate("OutboxText", "Conflict"),
            CommandState.REFUSED: translate("OutboxText", "Not sent"),
            CommandState.SET_ASIDE: translate("OutboxText", "Not sent"),
            CommandState.APPLIED: translate("OutboxText", "Sent"),
        }[item.state]

    def verb(self, verb: Verb) -> str:
        """A verb in words."""
        translate = QCoreApplication.translate
        return {
            Verb.TAKE_BACK: translate("OutboxText", "Undo"),
            Verb.HOLD: translate("OutboxText", "Hold"),
            Verb.RESUME: translate("OutboxText", "Resume"),
            Verb.RETRY: translate("OutboxText", "Try again"),
            Verb.DECIDE: translate("OutboxText", "Decide…"),
            Verb.CORRECT: translate("OutboxText", "Correct"),
            Verb.DISCARD: translate("OutboxText", "Discard…"),
            Verb.COPY: translate("OutboxText", "Copy the text"),
        }[verb]
