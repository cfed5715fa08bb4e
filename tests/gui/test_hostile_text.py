"""Whatever a customer wrote, or a server sends: it is shown as its own characters and does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, directory_rows, work_desk
from tests.unit.cache.samples import HOUR, NOW, complaint, entry, page
from wzpdcl_desktop.cache.statistics import StatisticsReader
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.feed import ComplaintTuple, ReferenceRow
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.dashboard.panel import DashboardPanel
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.outbox_panel import OutboxPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.dashboard import DashboardService

NUMBER = 418207
#: A mark, a picture of the file system, a text turned round (gpj.exe reads exe.jpg), a bell, a line end.
BAD = "<b>নাসরিন</b> <img src='file:///etc/hostname'> \u202egpj.exe\u2066\x07\u0085"
_UNSEEN = "\u202e\u2066\x07\u0085\u2028"


def hostile(row: ReferenceRow) -> ReferenceRow:
    """The row with bad texts in place of its words."""
    data = msgspec.json.decode(row.data)
    words = ("name", "name_bn", "text", "text_bn", "text_en")
    data |= {name: BAD + data[name] for name in words if name in data}
    return ReferenceRow(row.entity, row.id, row.version + 1, msgspec.json.encode(data))


def rows() -> list[ComplaintTuple]:
    """Complaints with bad text wherever text may stand."""
    words = dict.fromkeys(
        ("customer", "mobile", "account", "tariff", "locality", "address", "text", "rating_text"), BAD
    )
    story = [
        {**entry(n, kind, BAD, NOW - HOUR + n), "by_name": BAD}
        for n, kind in enumerate(("created", "customer_message", "message"))
    ]
    files = [{"id": "f1", "name": BAD, "media_type": BAD, "size": 1000, "sha256": "0" * 64}]
    more = {"category": "line.fuse", "feeder": "dolkhola", "timeline": story, "attachments": files}
    return [
        complaint(NUMBER, files=1, **words, **more),
        complaint(NUMBER - 1, due_at=NOW - HOUR, **words, **more),
        complaint(NUMBER - 2, state="resolved", rating=2, **words, **more),
    ]


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, rows=rows()) as made:
        writer = made.desk.writer
        writer.begin_snapshot("company", Stage.REFERENCE)
        bad = [hostile(row) for row in directory_rows()]
        writer.apply_snapshot_page("company", Stage.REFERENCE, page(reference=bad, as_of="r1"))
        writer.finish_snapshot("company")
        yield made


def said(window: QWidget) -> dict[str, str]:
    """Everything that the widgets show as text, by where it stands."""
    found = {}
    for widget in window.findChildren(QWidget):
        where = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel):
            found[f"{where}: {widget.textFormat().name}"] = widget.text()
        found[f"{where}: tip"] = widget.toolTip()
        found[f"{where}: name"] = widget.accessibleName()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for row in range(widget.model().rowCount(QModelIndex())):
                index = widget.model().index(row, 0)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    found[f"{where} {row}: {role.name}"] = str(index.data(role) or "")
    return found


def faults(window: QWidget) -> list[str]:
    """Where a text would be taken for marks, or holds what turns others round."""
    wrong = []
    for where, text in said(window).items():
        marks = GuiQt.mightBeRichText(text) and (where.endswith(("AutoText", "RichText")))
        in_tip = where.endswith(("tip", "ToolTipRole")) and "<b>" in text
        if marks or in_tip or any(character in text for character in _UNSEEN):
            wrong.append(where)
    return wrong


def test_text_from_elsewhere_is_shown_as_it_is_everywhere(desk: WorkDesk, qtbot: QtBot) -> None:
    context = desk.context
    window = QWidget()
    qtbot.addWidget(window)
    queue, detail, outbox = QueuePanel(context), DetailPanel(context, print), OutboxPanel(context)
    numbers = DashboardPanel(
        context, DashboardService(StatisticsReader(desk.desk.cache), context.complaints, context.clock)
    )
    row = QHBoxLayout(window)
    for panel in (numbers, queue, detail, outbox):
        row.addWidget(panel)
    queue.current_changed.connect(detail.show_complaint)
    window.resize(1900, 900)
    window.show()
    queue.show_view(View.INBOX)
    qtbot.waitUntil(lambda: len(queue.model.ids) == 2)
    queue.select(NUMBER)
    qtbot.waitUntil(lambda: detail.complaint_id == NUMBER and detail.head.isVisible())
    context.complaints.message(NUMBER, "<b>আসছি</b>")
    context.notifier.on_changes(ChangeSet.of("outbox", [1]))
    qtbot.waitUntil(lambda: outbox.model.rowCount(QModelIndex()) == 1)
    qtbot.waitUntil(context.tasks.idle)

    assert any("<b>নাসরিন</b>" in text for text in said(window).values()), "the words themselves stay"
    assert faults(window) == []
