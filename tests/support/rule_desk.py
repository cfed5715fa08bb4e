"""A desk that is asked for one thing only: what may be done to a complaint, as its widgets say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.gui.work_desk import open_work_desk
from tests.integration.sync_support import Desk, desk, wait_until
from tests.support.central import PASSWORD
from wzpdcl_desktop import app
from wzpdcl_desktop.api.people import me_from_json
from wzpdcl_desktop.assets import resources_file
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.domain.people import Action, Duty, Me
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.services.complaints import ComplaintService

#: What the server calls each of the desk's reasons.
_CODES = {"state": "transition_not_allowed", "duty": "not_allowed", "read_only": "not_allowed"}
#: The keys, as a Bangla layout sends them.
_DIGITS = {Action.ACCEPT: "১", Action.MESSAGE: "২", Action.RESOLVE: "৩", Action.CANCEL: "৪"}


class RuleDesk:
    """The real detail panel over what an officer's desk got from a real server.

    Attributes:
        me: The officer with the rules that the server served; a test may put other rules in their place.
    """

    def __init__(self, me: Me, context: DeskContext) -> None:
        self.me = me
        self._context = context
        self._panel = DetailPanel(context)
        self._panel.resize(400, 700)
        self._panel.show()

    def answers(self, complaint: int) -> dict[Action, str | None]:
        """For each action None if the desk offers it, else why not, by the code that the server gives."""
        panel = self._panel
        panel.show_complaint(complaint)
        until(self._context.tasks.idle, "the complaint")
        if panel.empty.isVisible():
            assert not any(self._enabled(action) for action in Action)
            return dict.fromkeys(Action, "not_found")
        return {action: self._answer(action) for action in Action}

    def look_away(self) -> None:
        """Show nothing: the next complaint is read anew."""
        self._panel.show_complaint(None)
        until(self._context.tasks.idle, "an empty panel")

    def close(self) -> None:
        """Give the panel up."""
        self._panel.close()
        self._panel.deleteLater()

    def _answer(self, action: Action) -> str | None:
        enabled = self._enabled(action)
        button = self._panel.head.buttons.get(action)
        if button is not None:
            assert button.isEnabled() == enabled, f"{action}: button and menu differ"
            assert button.isVisible() or not enabled, f"{action}: may be done, but there is no button"
        assert self._opens(action) == enabled, f"{action}: its key does not do what its button says"
        why = self._panel.why_not(action)
        assert bool(why) != enabled, f"{action}: {why or 'no reason'}"
        return None if enabled else next(code for own, code in _CODES.items() if explain(own).line == why)

    def _enabled(self, action: Action) -> bool:
        return self._context.actions.get(f"complaint.{action.value}").isEnabled()

    def _opens(self, action: Action) -> bool:
        """Whether the key of the action does something."""
        panel, wanted = self._panel, []
        if action is Action.REASSIGN:
            panel.reassign_wanted.connect(wanted.append)
            self._context.actions.get("complaint.reassign").trigger()
            panel.reassign_wanted.disconnect(wanted.append)
            return bool(wanted)
        panel.setFocus()  # as a panel has it that was clicked, or came to by Esc
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, _DIGITS[action])
        QApplication.sendEvent(panel, key)
        composer = panel.composer
        at_work = panel.focusWidget() in (composer.box.edit, composer.reason)
        opened = at_work and composer.action is action
        composer.go_back()
        until(self._context.tasks.idle, "the box")
        return opened


@contextmanager
def rule_desk(qt: QApplication, folder: Path, url: str, officer: str, duty: str) -> Iterator[RuleDesk]:
    """Sign in, load what the officer may see, and show it; closed after the block."""
    app.prepare(qt)
    language, theme = Language(resources_file().parent / "translations", "bn"), Theme("light")
    theme.apply(qt)
    tasks, notifier = TaskRunner(), Notifier()
    with desk(folder / "desk", url, officer=officer, duty=Duty(duty)) as loaded:
        _load(loaded)
        text = loaded.writer.me()
        assert text is not None
        work = open_work_desk(
            folder / "work", tasks, notifier, Actions(theme, language), language, theme, rows=[]
        )
        made: list[RuleDesk] = []
        try:
            service = _service(loaded, lambda: made[0].me)
            made.append(RuleDesk(me_from_json(text), replace(work.context, complaints=service)))
            yield made[0]
        finally:
            for one in made:
                one.close()
            tasks.close(wait=True)
            work.desk.close()
            for translator in language.findChildren(QTranslator):
                qt.removeTranslator(translator)


def _load(made: Desk) -> None:
    made.engine.start(PASSWORD)
    heard = made.heard.progress
    wait_until(lambda: heard and heard[-1].stage is Stage.DONE, "all complaints")
    assert made.engine.stop(10)


def _service(made: Desk, me: Callable[[], Me]) -> ComplaintService:
    notes = DeskNotes(made.outbox_store, made.clock)
    return ComplaintService(ComplaintReader(made.cache), made.outbox, notes, me, made.clock)
