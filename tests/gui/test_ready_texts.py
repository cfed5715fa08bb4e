"""Ready texts with blanks: filled from the complaint, and never sent with one open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, type_text, work_desk
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.dialogs.bulk import BulkDialog
from wzpdcl_desktop.gui.docks.bulk_desk import BulkDesk
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

NUMBER, OTHER = 418207, 418211


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@pytest.fixture
def detail(desk: WorkDesk, qtbot: QtBot) -> DetailPanel:
    """Wide enough for all ready texts."""
    made = DetailPanel(desk.context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    made.show_complaint(NUMBER)
    qtbot.waitUntil(lambda: made.head.isVisible() and desk.context.tasks.idle())
    return made


def choose(detail: DetailPanel, name: str) -> None:
    next(chip for chip in detail.composer.ready_texts() if chip.text() == name).click()


def confirm(detail: DetailPanel) -> None:
    edit = detail.composer.box.edit
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_ready_text_is_filled_and_what_is_open_is_selected(detail: DetailPanel) -> None:
    box = detail.composer.box
    type_text(box.edit, "🙂")  # two units for Qt, one for Python
    choose(detail, "কখন ঠিক হবে")
    assert box.text == ("🙂 প্রিয় মোঃ হাবিবুর রহমান, দোলখোলা ফিডারের ৪১৮২০৭ নম্বর অভিযোগ {সময়}-এর মধ্যে মিটবে।")
    assert box.edit.hasFocus()
    assert box.edit.textCursor().selectedText() == "{সময়}"
    type_text(box.edit, "৫টা")
    assert "৫টা-এর মধ্যে" in box.text


def test_the_box_is_as_high_as_what_was_put_in(detail: DetailPanel, qtbot: QtBot) -> None:
    detail.resize(320, 700)
    box = detail.composer.box
    line = box.edit.fontMetrics().lineSpacing()
    box.insert("মালামাল লাগবে। {সময়}-এর মধ্যে কাজ শেষ হবে।")

    def whole() -> bool:
        lines = round(box.edit.document().size().height())
        return lines > 1 and box.edit.height() >= lines * line

    qtbot.waitUntil(whole)
    detail.resize(900, 700)
    qtbot.waitUntil(lambda: box.edit.height() < 2 * line)
    detail.resize(320, 700)  # the same text, in more lines
    qtbot.waitUntil(whole)


def test_it_is_not_sent_with_an_open_blank(detail: DetailPanel, desk: WorkDesk, qtbot: QtBot) -> None:
    box = detail.composer.box
    choose(detail, "কখন ঠিক হবে")
    box.edit.moveCursor(box.edit.textCursor().MoveOperation.Start)
    confirm(detail)
    qtbot.waitUntil(desk.context.tasks.idle)
    assert desk.context.outbox.items() == []
    assert "ফাঁকা জায়গা" in detail.composer.error
    assert box.edit.textCursor().selectedText() == "{সময়}"
    type_text(box.edit, "৫টা")
    assert detail.composer.error == ""
    confirm(detail)
    qtbot.waitUntil(lambda: len(desk.context.outbox.items()) == 1)
    assert "{" not in str(desk.context.outbox.items()[0].command.args["text"])


def test_the_other_language_has_its_own_text(detail: DetailPanel, language: Language) -> None:
    language.set("en")
    choose(detail, "Fixed by")
    assert detail.composer.box.text.endswith("complaint 418207 on Dolkhola: settled by {time}.")


def test_nothing_below_the_screen_takes_an_open_blank(desk: WorkDesk) -> None:
    with pytest.raises(ActionNotAllowed) as refused:
        desk.context.complaints.message(NUMBER, "আসছি {time}")
    assert refused.value.detail == "placeholder"


def test_of_several_each_customer_gets_the_own_name_and_undo_gives_the_common_text_back(
    desk: WorkDesk, qtbot: QtBot
) -> None:
    context = desk.context
    bulk = BulkDesk(context)
    dialog: BulkDialog = bulk.begin(Action.MESSAGE, [NUMBER, OTHER], None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.ready.count() > 1)
    place = dialog.ready.findText("কখন ঠিক হবে")
    dialog.ready.setCurrentIndex(place)
    dialog.ready.activated.emit(place)
    assert dialog.box.edit.textCursor().selectedText() == "{সময়}"
    dialog.start()
    assert context.outbox.items() == []
    assert "ফাঁকা জায়গা" in dialog.error.text()
    type_text(dialog.box.edit, "৫টা")
    common = dialog.box.text
    with qtbot.waitSignal(bulk.done) as done:
        dialog.start()
    texts = {item.command.complaint_id: item.command.args["text"] for item in context.outbox.items()}
    assert "প্রিয় মোঃ হাবিবুর রহমান, দোলখোলা ফিডারের ৪১৮২০৭" in str(texts[NUMBER])
    assert "প্রিয় শাহিনা খাতুন, বাগমারা ফিডারের ৪১৮২১১" in str(texts[OTHER])
    with qtbot.waitSignal(bulk.undone):
        bulk.undo(list(done.args[0]))
    assert context.outbox.items() == []
    assert context.drafts.load("bulk:message") == common
