"""What an officer had begun when the power went: parts of the program that is killed.

Each part first looks at what the part before it had left unfinished, then leaves something unfinished itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog

from tests.end2end.desk import Pc
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.dialogs.bulk import BulkDialog
from wzpdcl_desktop.gui.dialogs.settings import SettingsDialog
from wzpdcl_desktop.journey.robot import press, until, write

Tell = Callable[..., None]

#: Seconds from a key to the disk, at most; docs/architecture.md promises it.
BOUND = 1.0
WORDS = [f"শব্দ{number} " for number in range(40)]
REGRET = "আপনার ভেতরের লাইনে ত্রুটি, আমরা"
REASSIGNED = "বাগমারা ফিডারের এলাকা, তাই"
TO_ALL = "আপনাদের এলাকায় কাজ চলছে, সন্ধ্যার"
_PACE = 0.05


def write_fast(pc: Pc, tell: Tell) -> None:
    """Type a message without a pause; tells of every word when it is on the screen."""
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    pc.begin(Action.MESSAGE, complaint, "")
    for number, word in enumerate(WORDS):
        now = time.monotonic()
        until(lambda now=now: time.monotonic() >= now + _PACE, "the next word")  # type: ignore[misc]
        write(pc.box, word)
        tell(word=number, at=time.monotonic(), complaint=complaint)


def cancel(pc: Pc, tell: Tell) -> None:
    """Begin to cancel: the reason is chosen, the text half written."""
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    pc.begin(Action.CANCEL, complaint, "")
    choose_first(pc.panels.detail.composer.reason)
    pc.box.clear()
    write(pc.box, REGRET)
    begun(pc, f"complaint:{complaint}:cancel", REGRET)
    tell(complaint=complaint)


def reassign(pc: Pc, tell: Tell) -> None:
    """Look at the cancelling; then begin to reassign another complaint."""
    pc.sign_in_and_load()
    first, second = pc.complaints()[:2]
    pc.begin(Action.CANCEL, first, "")
    pc.settle()
    composer = pc.panels.detail.composer
    before = {"text": pc.typed, "reason": composer.reason.currentData(), "complaint": first}
    press(pc.box, Qt.Key.Key_Escape)
    pc.select(second)
    dialog = _reassigning(pc)
    choose_first(dialog.feeder)
    write(dialog.box.edit, REASSIGNED)
    begun(pc, f"complaint:{second}:reassign", REASSIGNED)
    tell(before=before, complaint=second)


def bulk(pc: Pc, tell: Tell) -> None:
    """Look at the reassignment, and that no other complaint has it; then begin a message to three."""
    pc.sign_in_and_load()
    _first, second, third = pc.complaints()[:3]
    found = []
    for complaint in (third, second):
        pc.select(complaint)
        dialog = _reassigning(pc)
        found.append((complaint, dialog.box.text, dialog.feeder.currentData()))
        dialog.reject()
        until(lambda: open_dialog(pc, BulkDialog) is None, "the dialog to close")
    dialog = message_to_three(pc)
    write(dialog.box.edit, TO_ALL)
    begun(pc, "bulk:message", TO_ALL)
    tell(before=found)


def settings(pc: Pc, tell: Tell) -> None:
    """Look at the message to three; then choose colours, and begin to type another server."""
    pc.sign_in_and_load()
    dialog_before = message_to_three(pc)
    text = dialog_before.box.text
    dialog_before.reject()
    until(lambda: open_dialog(pc, BulkDialog) is None, "the dialog to close")
    trigger(pc, "file.settings")
    dialog = open_dialog(pc, SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    colours = dialog.rows["theme"].field
    while dialog.rows["theme"].value != "dark":
        press(colours, Qt.Key.Key_Right)
    pc.settle()
    write(dialog.rows["server"].field, "http://half")
    tell(before=text)


def undo(pc: Pc, tell: Tell) -> None:
    """Accept one; accept another and take that back."""
    pc.sign_in_and_load()
    kept, undone = pc.complaints()[:2]
    command = pc.act(Action.ACCEPT, kept, "প্রথমটিতে লোক যাচ্ছে।")
    other = pc.act(Action.ACCEPT, undone, "এটি ফিরিয়ে নেওয়া হলো।")
    press(pc.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: len(pc.waiting()) == 1, "one to be taken back")
    tell(kept=kept, undone=undone, command=command, other=other)


def choose(pc: Pc, tell: Tell) -> None:
    """Choose the own action over what another did meanwhile, and think about it."""
    pc.sign_in_and_load()
    dialog = pc.decision_dialog()
    card = dialog.cards[Choice.MINE]
    card.setFocus()
    press(card, Qt.Key.Key_Space)
    tell(moment="chosen")


def decide(pc: Pc, tell: Tell) -> None:
    """Choose it, and press the button."""
    choose(pc, tell)
    dialog = pc.panels.conflicts.dialog
    assert dialog is not None
    card = dialog.cards[Choice.MINE]
    tell(moment="pressed")
    press(card, Qt.Key.Key_Return)
    until(lambda: pc.panels.conflicts.dialog is None, "the decision")
    tell(moment="decided")


PARTS: dict[str, Callable[[Pc, Tell], None]] = {
    "write": write_fast,
    "cancel": cancel,
    "reassign": reassign,
    "bulk": bulk,
    "settings": settings,
    "undo": undo,
    "choose": choose,
    "decide": decide,
}


def choose_first(box: QComboBox) -> None:
    """The first real choice, by the arrow key."""
    box.setFocus()
    press(box, Qt.Key.Key_Down)


def begun(pc: Pc, key: str, text: str) -> None:
    """Until a text is on the disk, which is soon."""
    pressed = time.monotonic()
    until(lambda: pc.desk.drafts.load(key) == text, "the text on the disk")
    assert time.monotonic() - pressed < BOUND
    pc.settle()


def trigger(pc: Pc, action: str) -> None:
    """Choose an entry of the menus."""
    entries = (one for menu in pc.window.top_bar.menus.values() for one in menu.actions())
    next(one for one in entries if one.objectName() == action).trigger()
    pc.settle()


def message_to_three(pc: Pc) -> BulkDialog:
    """Select three and begin to write to all of them."""
    pc.select(pc.complaints(View.IN_PROGRESS)[0])
    table = pc.panels.queue.table
    for _ in range(2):
        press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(table, Qt.Key.Key_2)
    return _shown(pc)


def _reassigning(pc: Pc) -> BulkDialog:
    """Begin to give the selected complaint to somebody else."""
    trigger(pc, "complaint.reassign")
    return _shown(pc)


def _shown(pc: Pc) -> BulkDialog:
    until(lambda: open_dialog(pc, BulkDialog) is not None, "the dialog")
    pc.settle()
    dialog = open_dialog(pc, BulkDialog)
    assert isinstance(dialog, BulkDialog)
    return dialog


def open_dialog(pc: Pc, kind: type[QDialog]) -> QDialog | None:
    """The dialog of a kind that is open over the window."""
    return next((one for one in pc.window.findChildren(kind) if one.isVisible()), None)
