"""One complaint and the actions on it, as an officer uses them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import ME, WorkDesk, press, type_text, work_desk
from tests.unit.cache.samples import complaint
from wzpdcl_desktop.domain.commands import CommandType, Queued
from wzpdcl_desktop.domain.complaints import Mark, View
from wzpdcl_desktop.domain.errors import DiskFull
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.docks.sms import sms_size
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.queue_model import RowRole
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.chip import Chip

NUMBER = 418207


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """The complaints of the target pictures."""
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@dataclass
class Pair:
    """Queue and detail side by side, joined as the window joins them."""

    desk: WorkDesk
    window: QWidget
    queue: QueuePanel
    detail: DetailPanel
    bot: QtBot
    called: list[QUrl]
    queued: list[Queued]

    def show(self, number: int = NUMBER) -> None:
        """Select a complaint and wait for it."""
        self.queue.select(number)
        self.bot.waitUntil(lambda: self.detail.complaint_id == number and self.detail.head.isVisible())
        self.settle()

    def settle(self) -> None:
        """Wait for every answer."""
        self.bot.waitUntil(self.desk.context.tasks.idle)

    def key(self, digit: str) -> None:
        """Press a digit in the list."""
        self.queue.table.setFocus()
        press(self.queue.table, digit)

    def write(self, text: str) -> None:
        """Type into the message box."""
        type_text(self.detail.composer.box.edit, text)

    def confirm(self) -> None:
        """Ctrl+Enter in the message box."""
        edit = self.detail.composer.box.edit
        QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()


@pytest.fixture
def pair(desk: WorkDesk, qtbot: QtBot) -> Pair:
    window = QWidget()
    qtbot.addWidget(window)
    called: list[QUrl] = []
    queue, detail = QueuePanel(desk.context), DetailPanel(desk.context, called.append)
    made = Pair(desk, window, queue, detail, qtbot, called, [])
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(queue)
    row.addWidget(detail)
    detail.setFixedWidth(376)
    queue.current_changed.connect(detail.show_complaint)
    detail.queued.connect(made.queued.append)
    detail.queued.connect(lambda queued: queue.acted_on(queued.complaint_id))
    detail.undone.connect(queue.select)
    window.resize(1162, 667)
    window.show()
    window.activateWindow()
    queue.show_view(View.INBOX)
    qtbot.waitUntil(lambda: len(queue.model.ids) == 10)
    made.show()
    return made


def test_it_shows_who_where_and_what(pair: Pair) -> None:
    detail = pair.detail
    assert detail.head.title.text() == "ট্রান্সফরমার ফিউজ (ডিওএফ) পোড়া"
    assert detail.head.chips == ["ইনবক্স", "১ ঘ. ৪৩ মি. বাকি · ১৫:৪৬ পর্যন্ত"]
    assert detail.facts.customer.first.text() == "মোঃ হাবিবুর রহমান"
    assert detail.facts.customer.second.text() == "হিসাব ১০৪ ২২৮ ৯১৭ · LT-A, ২ কিলোওয়াট"
    assert detail.facts.place.second.text() == "ফিডার দোলখোলা · ইনচার্জ নাহিদ হাসান"
    assert detail.timeline.lines() == ["অভিযোগ এসেছে"]


def test_the_phone_number_calls(pair: Pair) -> None:
    pair.detail.facts.customer.link.click()
    assert pair.called == [QUrl("tel:+8801700000207")]
    assert callable(QDesktopServices.openUrl)


def test_opening_a_complaint_makes_it_read(pair: Pair) -> None:
    index = pair.queue.model.index(pair.queue.model.place(NUMBER), 0)
    pair.bot.waitUntil(lambda: not index.data(RowRole).unread)
    pair.bot.waitUntil(lambda: "৯টি নতুন" in pair.queue.bar.counts)


@pytest.mark.parametrize("digit", ["1", "১"])
def test_accepting_offline_moves_it_on_and_marks_it_as_waiting(pair: Pair, digit: str) -> None:
    pair.key(digit)
    assert pair.detail.composer.action is Action.ACCEPT
    pair.write("লোক যাচ্ছে ১ ঘণ্টায়")
    pair.confirm()
    items = pair.desk.context.outbox.items()
    assert [(item.command.type, item.command.args["text"]) for item in items] == [
        (CommandType.ACCEPT, "লোক যাচ্ছে ১ ঘণ্টায়")
    ]
    # The next complaint is selected, and the keyboard is in the list.
    pair.bot.waitUntil(lambda: pair.queue.current == 418211)
    assert pair.detail.complaint_id == 418211
    assert pair.queue.table.hasFocus()
    pair.queue.show_view(View.IN_PROGRESS)
    pair.bot.waitUntil(lambda: NUMBER in pair.queue.model.ids)
    row = pair.queue.model.index(pair.queue.model.place(NUMBER), 0).data(RowRole)
    assert row.mark is Mark.WAITING
    pair.show()
    assert any("লাইন এলে পাঠানো হবে" in line for line in pair.detail.timeline.lines())


@contextmanager
def slow_disk(pair: Pair) -> Iterator[None]:
    """Nothing is read from the stores before the block is left."""
    go_on = threading.Event()
    pair.desk.context.tasks.cache(lambda: go_on.wait(30), lambda _done: None)
    try:
        yield
    finally:
        go_on.set()
    pair.settle()


@pytest.mark.parametrize("how", ["digit", "shortcut"])
def test_a_key_right_after_choosing_is_for_the_complaint_just_chosen(pair: Pair, how: str) -> None:
    with slow_disk(pair):
        pair.queue.select(418211)
        if how == "digit":
            pair.key("১")
        else:
            pair.desk.context.actions.get("complaint.accept").trigger()
        assert pair.detail.complaint_id == 418211
    assert pair.detail.composer.action is Action.ACCEPT
    assert pair.detail.composer.box.edit.hasFocus()
    pair.write("লোক যাচ্ছে")
    pair.confirm()
    (item,) = pair.desk.context.outbox.items()
    assert (item.command.complaint_id, item.command.type) == (418211, CommandType.ACCEPT)


def test_a_key_is_forgotten_with_the_complaint_it_was_for(pair: Pair) -> None:
    with slow_disk(pair):
        pair.queue.select(418211)
        pair.key("4")
        pair.queue.select(418215)
    assert pair.detail.complaint_id == 418215
    assert pair.detail.composer.action is Action.MESSAGE
    assert pair.queue.table.hasFocus()


def test_a_second_digit_before_the_complaint_is_read_is_no_other_action(pair: Pair) -> None:
    with slow_disk(pair):
        pair.queue.select(418211)
        pair.key("2")
        pair.key("1")  # the first figure of "1 hour", typed by fast hands
    assert pair.detail.composer.action is Action.MESSAGE
    assert pair.detail.composer.box.edit.hasFocus()


def test_a_key_for_what_the_complaint_does_not_allow_does_nothing(pair: Pair) -> None:
    with slow_disk(pair):
        pair.queue.select(418211)
        pair.key("3")  # nobody resolves what was not accepted
    assert pair.detail.composer.action is Action.MESSAGE
    assert pair.queue.table.hasFocus()
    assert not pair.desk.context.actions.get("complaint.resolve").isEnabled()


def test_undo_brings_the_row_and_the_text_back(pair: Pair) -> None:
    pair.key("1")
    pair.write("লোক যাচ্ছে")
    pair.confirm()
    pair.bot.waitUntil(lambda: NUMBER not in pair.queue.model.ids)
    pair.detail.undo(pair.queued[0].command_id)
    pair.bot.waitUntil(lambda: pair.queue.current == NUMBER)
    pair.settle()
    assert pair.desk.context.outbox.items() == []
    pair.key("1")
    pair.bot.waitUntil(lambda: pair.detail.composer.box.text == "লোক যাচ্ছে")


@pytest.mark.parametrize("kept", [True, False])
def test_undo_puts_the_text_before_what_was_written_meanwhile(pair: Pair, kept: bool) -> None:
    pair.key("2")
    pair.write("প্রথম")
    pair.confirm()
    pair.show()
    pair.key("2")
    pair.write("অসমাপ্ত")
    if kept:
        pair.detail.keep_draft()
        pair.settle()
    pair.detail.undo(pair.queued[0].command_id)
    box = pair.detail.composer.box
    pair.bot.waitUntil(lambda: box.text == "প্রথম\n\nঅসমাপ্ত")
    pair.detail.keep_draft()
    pair.settle()
    assert pair.desk.context.drafts.load(f"complaint:{NUMBER}") == "প্রথম\n\nঅসমাপ্ত"


def test_two_messages_that_are_taken_back_together_come_back_in_their_order(pair: Pair) -> None:
    for text in ("প্রথম", "দ্বিতীয়"):
        pair.show()
        pair.key("2")
        pair.write(text)
        pair.confirm()
    pair.show(418211)
    pair.detail.undo(pair.queued[0].command_id)
    pair.bot.waitUntil(lambda: pair.queue.current == NUMBER)
    pair.bot.waitUntil(lambda: pair.detail.composer.box.text == "প্রথম\n\nদ্বিতীয়")
    assert pair.desk.context.outbox.items() == []


def test_accept_without_words_says_what_is_missing(pair: Pair) -> None:
    pair.key("1")
    pair.confirm()
    assert pair.desk.context.outbox.items() == []
    assert pair.detail.composer.error != ""


def test_esc_leaves_the_action_and_keeps_the_text(pair: Pair) -> None:
    pair.key("4")
    pair.write("লাইনটি গ্রাহকের নিজের")
    QTest.keyClick(pair.detail.composer.box.edit, Qt.Key.Key_Escape)
    assert pair.detail.composer.action is Action.MESSAGE
    pair.settle()
    pair.key("4")
    pair.bot.waitUntil(lambda: pair.detail.composer.box.text == "লাইনটি গ্রাহকের নিজের")


def test_a_draft_survives_another_complaint_and_another_window(pair: Pair, qtbot: QtBot) -> None:
    pair.key("2")
    pair.write("অসমাপ্ত কথা")
    pair.show(418211)
    assert pair.detail.composer.box.text == ""
    again = DetailPanel(pair.desk.context)
    qtbot.addWidget(again)
    again.show_complaint(NUMBER)
    qtbot.waitUntil(lambda: again.composer.box.text == "অসমাপ্ত কথা")


def test_what_is_typed_before_the_draft_is_read_does_not_take_its_place(pair: Pair) -> None:
    drafts, key = pair.desk.context.drafts, f"complaint:{NUMBER}:accept"
    drafts.save(key, "কাল লেখা")
    with slow_disk(pair):
        pair.key("1")
        pair.write("আজ লেখা")
    assert pair.detail.composer.box.text == "কাল লেখা\n\nআজ লেখা"
    pair.detail.keep_draft()
    pair.settle()
    assert drafts.load(key) == "কাল লেখা\n\nআজ লেখা"


def test_what_is_typed_and_kept_before_the_draft_is_read_stays_in_the_box(pair: Pair) -> None:
    drafts, key = pair.desk.context.drafts, f"complaint:{NUMBER}:accept"
    drafts.save(key, "কাল লেখা")
    with slow_disk(pair):
        pair.key("1")
        pair.write("আজ লেখা")
        pair.detail.keep_draft()  # as the timer does after a while
    pair.detail.keep_draft()
    pair.settle()
    assert pair.detail.composer.box.text == "কাল লেখা\n\nআজ লেখা"
    assert drafts.load(key) == "কাল লেখা\n\nআজ লেখা"


def test_digits_in_the_message_are_text(pair: Pair) -> None:
    pair.key("2")
    assert pair.detail.composer.box.edit.hasFocus()
    press(pair.detail.composer.box.edit, "1")
    assert pair.detail.composer.action is Action.MESSAGE
    assert pair.detail.composer.box.text == "1"


def test_cancelling_asks_for_a_reason_and_proposes_its_text(pair: Pair) -> None:
    pair.key("4")
    composer = pair.detail.composer
    pair.confirm()
    assert composer.error != ""
    composer.reason.setCurrentIndex(1)
    composer.reason.activated.emit(1)
    assert composer.box.text == "এটি অন্য নম্বরে দেখা হচ্ছে।"
    pair.confirm()
    command = pair.desk.context.outbox.items()[0].command
    assert (command.type, command.args["reason"]) == (CommandType.CANCEL, "duplicate")


def test_resolving_needs_no_words(pair: Pair) -> None:
    pair.queue.show_view(View.IN_PROGRESS)
    pair.bot.waitUntil(lambda: 418120 in pair.queue.model.ids)
    pair.show(418120)
    pair.key("৩")
    pair.detail.composer.confirm.click()
    pair.settle()
    assert pair.desk.context.outbox.items()[0].command.type is CommandType.RESOLVE
    pair.bot.waitUntil(lambda: pair.queue.current == 418121)


def test_a_canned_text_goes_into_the_box(pair: Pair) -> None:
    chips = pair.detail.composer.ready_texts()
    assert chips[0].text() == "লোক যাচ্ছে"
    chips[0].click()
    assert pair.detail.composer.box.text == "লোক রওনা হয়েছে।"
    assert pair.detail.composer.box.counter == "১৬/৭০"


def test_with_the_disk_full_the_text_stays_and_the_banner_says_what_to_do(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> Queued:
        raise DiskFull

    monkeypatch.setattr(pair.desk.context.complaints, "message", full)
    pair.key("2")
    pair.write("আসছি")
    pair.confirm()
    assert pair.detail.composer.box.text == "আসছি"
    assert "ডিস্ক" in pair.detail.error.text
    assert pair.detail.error.isVisible()


def test_who_may_only_look_is_told_so(
    tmp_path: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
    qtbot: QtBot,
) -> None:
    me = replace(ME, duty=Duty.CIRCLE, rules=())
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, me=me) as desk:
        detail = DetailPanel(desk.context)
        qtbot.addWidget(detail)
        detail.show()
        detail.show_complaint(NUMBER)
        qtbot.waitUntil(lambda: detail.head.why.isVisible())
        assert not detail.head.buttons[Action.ACCEPT].isEnabled()
        assert not actions.get("complaint.accept").isEnabled()
        assert not detail.composer.isVisible()
        qtbot.waitUntil(tasks.idle)


def test_changes_of_others_appear_in_the_open_complaint(pair: Pair) -> None:
    pair.desk.put(complaint(NUMBER, 9, state="cancelled"))
    pair.bot.waitUntil(lambda: pair.detail.head.chips == ["বাতিল হয়েছে"])
    assert not pair.desk.context.actions.get("complaint.accept").isEnabled()


@pytest.mark.parametrize("width", [300, 376])
@pytest.mark.parametrize("code", ["bn", "en"])
@pytest.mark.parametrize("action", [Action.MESSAGE, Action.ACCEPT, Action.CANCEL, Action.RESOLVE])
def test_nothing_is_cut_at_the_panels_width(
    pair: Pair, language: Language, code: str, action: Action, width: int
) -> None:
    language.set(code)
    pair.detail.setFixedWidth(width)
    if action is Action.RESOLVE:
        pair.queue.show_view(View.IN_PROGRESS)
        pair.bot.waitUntil(lambda: 418120 in pair.queue.model.ids)
        pair.show(418120)
    pair.detail.begin(action)
    pair.settle()
    detail = pair.detail
    composer, head = detail.composer, detail.head
    parts = [*head.buttons.values(), *head.findChildren(Chip), composer.confirm, *composer.ready_texts()]
    parts += [composer.back, detail.facts.customer.link, detail.facts.history.header]
    shown = [part for part in parts if part.isVisible()]
    assert len(shown) >= 7

    def cut() -> list[str]:
        """Parts narrower than their words, or beyond the panel's edge."""
        return [
            part.accessibleName() or str(part)
            for part in shown
            if part.width() < part.sizeHint().width()
            or part.mapTo(detail, part.rect().topRight()).x() >= detail.width()
        ]

    pair.bot.waitUntil(lambda: not cut())


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", (0, 70, 1)),
        ("Coming", (6, 160, 1)),
        ("a" * 161, (161, 306, 2)),
        ("[ok]", (6, 160, 1)),
        ("আসছি", (4, 70, 1)),
        ("আ" * 71, (71, 134, 2)),
        ("৳", (1, 70, 1)),
    ],
)
def test_short_messages_are_counted_as_the_gateway_does(text: str, size: tuple[int, int, int]) -> None:
    counted = sms_size(text, bangla=True)
    assert (counted.units, counted.room, counted.messages) == size
