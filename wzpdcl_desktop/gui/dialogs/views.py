"""The officer's own lists: renamed, put in order, deleted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from wzpdcl_desktop.domain.saved_views import SavedView
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.dialogs.view_name import ViewNameDialog
from wzpdcl_desktop.gui.docks.saved_views import SavedViews
from wzpdcl_desktop.gui.widgets.buttons import DANGER, PRIMARY, Button

_ROW = 32
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ViewsDialog(DialogFrame):
    """A list with its verbs beside it. F2 renames, Delete deletes, Alt with the arrows moves.

    Attributes:
        list: The names, in order.
    """

    def __init__(self, context: DeskContext, saved: SavedViews, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, width=560)
        self._context, self._saved = context, saved
        theme = context.theme
        self.set_heading(self.tr("My lists"))
        self._about = self.add_text("", "second", quiet=True)
        self.list = QListWidget()
        self.list.setFont(theme.font("body"))
        self.list.setAccessibleName(self.tr("My lists"))
        self.list.setMinimumHeight(200)
        verbs = QHBoxLayout()
        verbs.setSpacing(6)
        self.rename = Button(theme, self.tr("Rename"), icon="pencil-simple", badge="F2")
        self.up = Button(theme, self.tr("Up"), icon="caret-up")
        self.down = Button(theme, self.tr("Down"), icon="caret-down")
        self.delete = Button(theme, self.tr("Delete"), DANGER, icon="trash")
        for button, act in (
            (self.rename, self._rename),
            (self.up, partial(self._move, -1)),
            (self.down, partial(self._move, 1)),
            (self.delete, self._delete),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            verbs.addWidget(button)
        verbs.addStretch(1)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(verbs)
        close = self.add_button(Button(theme, self.tr("Close"), PRIMARY))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        saved.changed.connect(self._fill)
        self.list.currentRowChanged.connect(self._enable)
        self._fill()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F2:
            self._rename()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete()
        elif alt and event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _current(self) -> SavedView | None:
        row = self.list.currentRow()
        return self._saved.views[row] if 0 <= row < len(self._saved.views) else None

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for view in self._saved.views:
            item = QListWidgetItem(view.name)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        some = bool(self._saved.views)
        self._about.setText(
            self.tr("They stand in this order on the left. Deleting a list deletes no complaint.")
            if some
            else self.tr("There is none yet. Narrow a list by filters, then save it as your list.")
        )
        self._enable()

    def _enable(self) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        self.rename.setEnabled(row >= 0)
        self.delete.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)

    def _rename(self) -> None:
        view = self._current()
        if view is None:
            return
        others = [one for one in self._saved.views if one is not view]
        dialog = ViewNameDialog(
            self.theme, self._context.language, self.tr("Rename the list"), "", view.name, others, self
        )
        dialog.named.connect(partial(self._saved.rename, view))
        dialog.open()

    def _move(self, by: int) -> None:
        view, row = self._current(), self.list.currentRow()
        if view is not None and 0 <= row + by < self.list.count():
            self._saved.move(view, by)
            self.list.setCurrentRow(row + by)

    def _delete(self) -> None:
        view = self._current()
        if view is not None:
            self._saved.remove(view)
