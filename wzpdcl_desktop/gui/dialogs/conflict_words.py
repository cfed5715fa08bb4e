"""The words for a clash: what was, what the officer did, what the server has, and what each choice does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from wzpdcl_desktop.domain.commands import CommandState, CommandType
from wzpdcl_desktop.domain.complaints import TimelineEntry
from wzpdcl_desktop.domain.conflicts import Choice, Clash
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.models.outbox_text import OutboxText
from wzpdcl_desktop.gui.models.row_text import state_word


class ConflictWords(QObject):
    """Words for one clash, in the language of now."""

    def __init__(self, context: DeskContext, directory: Directory, clash: Clash, outbox: OutboxText) -> None:
        super().__init__()
        self._context, self._directory, self._clash, self._outbox = context, directory, clash, outbox
        self._language = context.language

    def heading(self) -> str:
        """What it is about."""
        if self._clash.item.state is CommandState.CONFLICT:
            number = self._language.digits(self._clash.item.command.complaint_id)
            return self.tr("Complaint {0}: changed in two places").format(number)
        return f"{self._outbox.title(self._clash.item)}: {explain(self._clash.code).title}"

    def lead(self) -> str:
        """What happened, and what is expected of the officer."""
        clash = self._clash
        if clash.theirs is None:
            return self.tr(
                "The complaint has left your area: another office or officer has it now. "
                "Your action was not carried out. Copy the text if you still need it."
            )
        waits = self.tr("Nothing is sent until you choose what stands.")
        if clash.item.state is CommandState.REFUSED:
            return f"{explain(clash.code).remedy} {waits}"
        if clash.state is not None and clash.state is clash.theirs.state:
            done = self.tr("Somebody has done the same before your action arrived.")
            return f"{done} {waits}"
        first = self.tr("This complaint was changed before your action arrived.")
        return f"{first} {waits}"

    def columns(self) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
        """Title and time of: what was seen, mine, the server's."""
        clash, language, now = self._clash, self._language, self._context.clock.now()
        made = language.day_time(clash.item.command.created_at, now)
        change = clash.theirs.change if clash.theirs else None
        if change is not None:
            who = change.by_name or self.tr("the office")
            theirs = f"{language.day_time(change.at, now)}, {who}"
        elif clash.theirs is not None and not clash.theirs.complete:
            theirs = self.tr("details come with the next sync")
        else:
            theirs = self.tr("as it is now")
        return (
            (self.tr("What you saw"), made),
            (self.tr("Yours"), self.tr("{0}, this PC").format(made)),
            (self.tr("On the server"), theirs),
        )

    def seen(self) -> tuple[str, ...]:
        """What the officer saw."""
        seen = self._clash.seen
        if seen is None:
            return (self.tr("Not kept"),)
        lines = [state_word(seen.state)]
        if self._feeder_matters():
            lines.append(self._feeder(seen.feeder))
        if self._officer_matters():
            lines.append(self._officer(seen.officer))
        return tuple(filter(None, lines))

    def mine(self) -> tuple[str, tuple[str, ...]]:
        """Title and lines of the officer's own action."""
        clash, args = self._clash, self._clash.item.command.args
        title = state_word(clash.state) if clash.state else self._outbox.action(clash.item.command.type)
        lines = [self._reason(args.get("reason"))]
        if clash.item.command.type is CommandType.REASSIGN:
            lines += [self._feeder(args.get("feeder")), self._officer(args.get("officer"))]
        lines.append(self.short(clash.text))
        if clash.along:
            names = ", ".join(self._outbox.action(item.command.type) for item in clash.along)
            lines.append(self.tr("Goes with it: {0}").format(names))
        return title, tuple(filter(None, lines))

    def theirs(self) -> tuple[str, tuple[str, ...]]:
        """Title and lines of what the server has."""
        theirs = self._clash.theirs
        assert theirs is not None
        lines = []
        change = theirs.change
        if change is not None:
            lines += [self._happened(change), self._reason(change.reason)]
        if self._feeder_matters():
            lines.append(self._feeder(theirs.feeder))
        if self._officer_matters():
            lines.append(self._officer(theirs.officer))
        if change is not None:
            lines.append(self.short(change.text))
        lines.append(self.tr("Your action is thrown away."))
        return state_word(theirs.state), tuple(filter(None, lines))

    def message(self) -> tuple[str, tuple[str, ...]]:
        """Title and lines of the text as a message."""
        return self.tr("Send my text as a message"), (
            self.tr("The complaint stays as the server has it; the customer gets your words."),
        )

    def beside(self) -> str:
        """What went side by side and needs no decision; empty for nothing."""
        theirs, seen = self._clash.theirs, self._clash.seen
        if theirs is None:
            return ""
        parts = [self._happened(entry) for entry in theirs.beside]
        if theirs.files:
            parts.append(self.tr("%Ln new file(s)", "", theirs.files))
        reassigns = self._clash.item.command.type is CommandType.REASSIGN
        if seen is not None and theirs.complete and not reassigns and seen.feeder != theirs.feeder:
            parts.append(self._feeder(theirs.feeder))
        return self.tr("Fits together by itself: {0}").format(", ".join(parts)) if parts else ""

    def refusal(self, choice: Choice) -> str:
        """Why a choice is not possible; empty if it is."""
        code = self._clash.refusals.get(choice)
        if code is None:
            return ""
        if code == "state" and self._clash.theirs is not None:
            state = state_word(self._clash.theirs.state)
            return self.tr("Not possible: on the server the complaint is “{0}”.").format(state)
        if code == "text":
            return self.tr("Not possible: there is no text.")
        return explain(code).line

    def verb(self, choice: Choice | None) -> str:
        """The button for a choice."""
        return {
            None: self.tr("Choose one first"),
            Choice.MINE: self.tr("Send mine"),
            Choice.THEIRS: self.tr("Discard mine"),
            Choice.MESSAGE: self.tr("Send the message"),
        }[choice]

    def _feeder_matters(self) -> bool:
        """It is part of the clash."""
        seen, theirs = self._clash.seen, self._clash.theirs
        if self._clash.item.command.type is CommandType.REASSIGN:
            return True
        return seen is not None and theirs is not None and theirs.complete and seen.feeder != theirs.feeder

    def _officer_matters(self) -> bool:
        seen, theirs = self._clash.seen, self._clash.theirs
        if self._clash.item.command.type is CommandType.REASSIGN:
            return True
        return seen is not None and theirs is not None and theirs.complete and seen.officer != theirs.officer

    def _feeder(self, feeder: object) -> str:
        found = self._directory.feeders.get(str(feeder or ""))
        return (
            self.tr("Feeder: {0}").format(self._language.name(found) if found else feeder) if feeder else ""
        )

    def _officer(self, officer: object) -> str:
        found = self._directory.officers.get(str(officer or ""))
        name = self._language.name(found) if found else officer
        return self.tr("Looked after by {0}").format(name) if officer else ""

    def _reason(self, reason: object) -> str:
        found = self._directory.cancel_reasons.get(str(reason or ""))
        return self.tr("Reason: {0}").format(self._language.name(found)) if found else ""

    def short(self, text: str) -> str:
        """A text on one line, shortened."""
        words = " ".join(text.split())
        return words if len(words) <= 160 else f"{words[:159]}…"

    def _happened(self, entry: TimelineEntry) -> str:
        translate = QCoreApplication.translate
        name = entry.by_name or self.tr("the office")
        own = entry.by == self._context.me.officer
        words = {
            "accepted": translate("TimelineView", "Accepted by {0}"),
            "resolved": translate("TimelineView", "Resolved by {0}"),
            "cancelled": translate("TimelineView", "Cancelled by {0}"),
            "reassigned": translate("TimelineView", "Reassigned by {0}"),
            "reopened": translate("TimelineView", "Reopened"),
            "feedback": translate("TimelineView", "Customer's feedback"),
            "customer_message": translate("TimelineView", "Customer's message"),
            "message": translate("TimelineView", "Your message")
            if own
            else translate("TimelineView", "Message from {0}"),
        }
        return words.get(entry.kind, entry.kind).format(name)
