"""A customer's other complaints in the detail: counted, listed, opened, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, work_desk
from tests.unit.cache.samples import HOUR, NOW, complaint
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LoadProgress, Stage
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

MOBILE = "+8801711000007"


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """One customer with an open complaint and seven closed ones, and one with nothing else."""
    rows = [complaint(100, mobile=MOBILE, account=None), complaint(200, mobile="", account=None)]
    rows += [
        complaint(
            100 - n,
            mobile=MOBILE,
            account=None,
            state="cancelled" if n == 2 else "resolved",
            category="line.fuse",
            created_at=NOW - n * 24 * HOUR,
            rating=4 if n == 1 else None,
        )
        for n in range(1, 8)
    ]
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, rows=rows) as made:
        yield made


@pytest.fixture
def panels(desk: WorkDesk, qtbot: QtBot) -> Iterator[tuple[QueuePanel, DetailPanel]]:
    """Queue and detail, joined as the window joins them."""
    window = QWidget()
    qtbot.addWidget(window)
    queue, detail = QueuePanel(desk.context), DetailPanel(desk.context)
    row = QHBoxLayout(window)
    row.addWidget(queue)
    row.addWidget(detail)
    queue.current_changed.connect(detail.show_complaint)
    detail.trail.follow(queue.table)
    window.resize(1162, 667)
    window.show()
    window.activateWindow()
    queue.show_view(View.INBOX)
    qtbot.waitUntil(lambda: len(queue.model.ids) == 2)
    queue.select(100)
    qtbot.waitUntil(lambda: detail.head.isVisible() and desk.context.tasks.idle())
    yield queue, detail
    window.close()


def shown(detail: DetailPanel, number: int, qtbot: QtBot) -> None:
    """Wait until a complaint is on the screen."""
    qtbot.waitUntil(lambda: detail.complaint_id == number and detail.head.isVisible())


def test_they_are_counted_and_listed_with_state_day_and_rating(
    panels: tuple[QueuePanel, DetailPanel], qtbot: QtBot
) -> None:
    history = panels[1].facts.history
    assert history.header.text() == "এই গ্রাহকের আরও ৭টি অভিযোগ"
    assert history.rows() == []
    QTest.keyClick(history.header, Qt.Key.Key_Return)
    rows = history.rows()
    assert [row.complaint_id for row in rows] == [99, 98, 97, 96, 95]
    assert rows[0].accessibleName() == "ট্রান্সফরমার ফিউজ (ডিওএফ) পোড়া, সমাধান হয়েছে, ৯৯ · ২১ নভেম্বর, ৫-এ ৪"
    assert "বাতিল হয়েছে" in rows[1].accessibleName()
    QTest.keyClick(history.more, Qt.Key.Key_Return)
    rows = history.rows()
    assert len(rows) == 7
    # None of them covers another.
    qtbot.waitUntil(lambda: all(one.y() + one.height() <= two.y() for one, two in pairwise(rows)))


def test_one_opens_and_alt_left_leads_back(
    panels: tuple[QueuePanel, DetailPanel], desk: WorkDesk, qtbot: QtBot
) -> None:
    queue, detail = panels
    back = desk.context.actions.get("complaint.back")
    assert not back.isEnabled()
    detail.facts.history.header.click()
    QTest.keyClick(detail.facts.history.rows()[0], Qt.Key.Key_Return)
    shown(detail, 99, qtbot)
    assert detail.view.back.text() == "১০০-এ ফিরুন"
    assert detail.view.back.isVisible()
    # Two steps in, two steps out; the list stays where it was.
    qtbot.waitUntil(lambda: [row.complaint_id for row in detail.facts.history.rows()][:1] == [100])
    detail.facts.history.rows()[1].click()
    shown(detail, 98, qtbot)
    assert queue.current == 100
    back.trigger()
    shown(detail, 99, qtbot)
    detail.view.back.click()
    shown(detail, 100, qtbot)
    assert not back.isEnabled()
    assert not detail.view.back.isVisible()


def test_going_to_the_list_shows_what_is_selected_there(
    panels: tuple[QueuePanel, DetailPanel], qtbot: QtBot
) -> None:
    queue, detail = panels
    detail.setFocus()
    detail.visit(99)
    shown(detail, 99, qtbot)
    queue.table.setFocus()
    shown(detail, 100, qtbot)
    assert detail.trail.back_to is None


def test_none_and_not_here_yet_say_so(
    panels: tuple[QueuePanel, DetailPanel], notifier: Notifier, qtbot: QtBot
) -> None:
    queue, detail = panels
    history = detail.facts.history
    queue.select(200)
    qtbot.waitUntil(lambda: history.note.text() == "এই গ্রাহকের আর কোনো অভিযোগ নেই")
    assert not history.header.isVisible()
    notifier.on_progress(LoadProgress(Stage.OPEN, 10, 20))
    assert history.note.text() == "আগের অভিযোগগুলো এখনো এই পিসিতে নেই। নিজে থেকেই আসবে।"
    notifier.on_progress(LoadProgress(Stage.DONE, 20, 20))
    assert history.note.text() == "এই গ্রাহকের আর কোনো অভিযোগ নেই"


def test_a_row_keeps_the_keyboard_when_news_come(
    panels: tuple[QueuePanel, DetailPanel], desk: WorkDesk, qtbot: QtBot
) -> None:
    detail = panels[1]
    detail.facts.history.header.click()
    row = detail.facts.history.rows()[2]
    row.setFocus()
    desk.put(complaint(100, 9, mobile=MOBILE, account=None, text="আবার ফোন করেছেন"))
    qtbot.waitUntil(lambda: detail.facts.words.text() == "আবার ফোন করেছেন")
    assert row.hasFocus()
    # A change of one of them does show.
    desk.put(complaint(99, 9, mobile=MOBILE, account=None, state="inbox", created_at=NOW - 24 * HOUR))
    qtbot.waitUntil(lambda: "ইনবক্স" in detail.facts.history.rows()[0].accessibleName())
