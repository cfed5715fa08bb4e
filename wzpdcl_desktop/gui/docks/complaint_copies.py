"""Calling the customer, and copying parts of a complaint."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication

from wzpdcl_desktop.domain.complaints import ComplaintDetail
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.complaint_text import place_of, sms_text, whole_text
from wzpdcl_desktop.gui.models.row_text import RowText

#: In the order of the menu.
COPIES = (
    "complaint.copy_number",
    "complaint.copy_mobile",
    "complaint.copy_address",
    "complaint.copy_sms",
    "complaint.copy",
)
CALL = "complaint.call"


class ComplaintCopies(QObject):
    """Does what the actions say to the complaint that is shown.

    Args:
        open_url: Opens a ``tel:`` address.

    Attributes:
        copied: A text was copied; what to say about it (str).
    """

    copied = Signal(str)

    def __init__(
        self, actions: Actions, text: RowText, open_url: Callable[[QUrl], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._open_url = actions, open_url
        self._detail: ComplaintDetail | None = None
        texts: dict[str, Callable[[ComplaintDetail], str]] = {
            "complaint.copy_number": lambda detail: str(detail.row.id),
            "complaint.copy_mobile": lambda detail: detail.row.mobile,
            "complaint.copy_address": place_of,
            "complaint.copy_sms": lambda detail: sms_text(detail, text),
            "complaint.copy": lambda detail: whole_text(detail, text),
        }
        self._texts = texts
        for action in COPIES:
            actions.get(action).triggered.connect(partial(self._copy, action))
        actions.get(CALL).triggered.connect(self.call)
        self.set_detail(None)

    def set_detail(self, detail: ComplaintDetail | None) -> None:
        """Another complaint is shown, or none."""
        self._detail = detail
        for action in COPIES:
            self._actions.get(action).setEnabled(detail is not None and bool(self._texts[action](detail)))
        self._actions.get(CALL).setEnabled(detail is not None and bool(detail.row.mobile))

    def call(self) -> None:
        """Call the customer with the system's program."""
        if self._detail is not None and self._detail.row.mobile:
            self._open_url(QUrl(f"tel:{self._detail.row.mobile}"))

    def _copy(self, action: str, _checked: bool = False) -> None:
        if self._detail is not None:
            QGuiApplication.clipboard().setText(self._texts[action](self._detail))
            self.copied.emit(self.tr("Copied"))
