"""Who, where, what: the middle of the detail panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import Attachment, ComplaintDetail
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.complaint_copies import CALL
from wzpdcl_desktop.gui.docks.complaint_text import place_of
from wzpdcl_desktop.gui.docks.history_view import HistoryView
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import RowText
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel
from wzpdcl_desktop.gui.widgets.stars import Stars

_TRADITIONAL = QLocale.DataSizeFormat.DataSizeTraditionalFormat
_FILE_ICONS = {
    "image": "image",
    "video": "video-camera",
    "audio": "music-note",
    "application/pdf": "file-pdf",
}


class Line(QFrame):
    """One pixel between two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.line)


class Fact(QWidget):
    """Icon, a line, a quieter line, and a link at the right."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon
        self._icon = QLabel()
        self.first, self.second = ElidedLabel(), QLabel()
        self.link = Button(theme, "", LINK)
        self.link.set_height(24)
        self.first.setFont(theme.font("control"))
        self.second.setFont(theme.font("second"))
        self.second.setProperty("quiet", True)
        self.second.setWordWrap(True)
        self.second.setTextFormat(Qt.TextFormat.PlainText)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.first, 0, 1)
        grid.addWidget(self.link, 0, 2)
        grid.addWidget(self.second, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._icon.setContentsMargins(0, 7, 0, 0)
        self.link.hide()
        self._draw()
        theme.changed.connect(self._draw)

    def set(self, first: str, second: str) -> None:
        """Write both lines; an empty second line takes no room."""
        self.first.setText(first)
        self.second.setText(second)
        self.second.setVisible(bool(second))

    def add(self, widget: QWidget) -> None:
        """Put something in the place of the link."""
        self._grid.addWidget(widget, 0, 2)

    def _draw(self) -> None:
        color = self._theme.tokens.text2
        self._icon.setPixmap(icons.pixmap(self._icon_name, 18, color, self.devicePixelRatioF()))


class FileTile(QWidget):
    """Name, kind and size of a file."""

    def __init__(self, theme: Theme, name: str, size: str, media_type: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = _FILE_ICONS.get(media_type) or _FILE_ICONS.get(media_type.partition("/")[0], "file")
        self.name, self._size = ElidedLabel(name), QLabel(size)
        self.name.setFont(theme.font("second"))
        self._size.setFont(theme.font("caption"))
        self._size.setProperty("faint", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(38, 4, 8, 4)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self._size)
        self.setFixedHeight(46)
        self.setAccessibleName(f"{name}, {size}")
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and icon."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line, 1))
        painter.setBrush(tokens.subtle)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        picture = icons.pixmap(self._icon_name, 20, tokens.text2, self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - 20) // 2, picture)

    def sizeHint(self) -> QSize:
        """Two in a row."""
        return QSize(160, 46)


class DetailFacts(QWidget):
    """Customer, place, words, files and the customer's rating."""

    def __init__(self, theme: Theme, language: Language, text: RowText, actions: Actions) -> None:
        super().__init__()
        self._theme, self._language, self._text, self._actions = theme, language, text, actions
        self._detail: ComplaintDetail | None = None
        self.customer, self.place = Fact(theme, "user-circle"), Fact(theme, "map-pin")
        self.feedback = Fact(theme, "star")
        self.feedback_line = Line(theme)
        self.stars = Stars(theme)
        self.history = HistoryView(theme, language, text)
        self.words = QLabel()
        self._tiles = QWidget()
        self._files = QGridLayout(self._tiles)
        self._build()

    def show_detail(self, detail: ComplaintDetail) -> None:
        """Show a complaint."""
        self._detail = detail
        self.refresh()

    def refresh(self) -> None:
        """Write everything again."""
        detail = self._detail
        if detail is None:
            return
        row = detail.row
        self.customer.set(row.customer, self._account(detail))
        self.customer.link.setText(self._language.phone(row.mobile))
        self.customer.link.setVisible(bool(row.mobile))
        self.customer.link.setAccessibleName(self.tr("Call {0}").format(self._language.phone(row.mobile)))
        self.place.set(place_of(detail), self._feeder(detail))
        self.words.setText(row.text)
        self.words.setVisible(bool(row.text))
        rated = row.rating is not None
        self.feedback.setVisible(rated)
        self.feedback_line.setVisible(rated)
        if row.rating is not None:
            rating = self.tr("Customer's rating: {0} of 5").format(self._language.digits(row.rating))
            self.feedback.set(rating, detail.rating_text or "")
            self.stars.set_rating(row.rating)
        self._show_files(detail.attachments)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.feedback.add(self.stars)
        self.customer.link.set_icon_name("phone")
        self.customer.link.clicked.connect(self._actions.get(CALL).trigger)
        self.words.setFont(self._theme.font("body"))
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._files.setContentsMargins(0, 0, 0, 0)
        self._files.setSpacing(8)
        words = QWidget()  # a layout within a layout would keep the height of the complaint before
        text = QVBoxLayout(words)
        text.setContentsMargins(16, 10, 16, 12)
        text.setSpacing(8)
        text.addWidget(self.words)
        text.addWidget(self._tiles)  # a widget: an empty grid takes room from the other parts
        column.addWidget(self.feedback)
        column.addWidget(self.feedback_line)
        column.addWidget(self.customer)
        column.addWidget(self.history)
        column.addWidget(Line(self._theme))
        column.addWidget(self.place)
        column.addWidget(Line(self._theme))
        column.addWidget(words)
        column.addWidget(Line(self._theme))

    def _account(self, detail: ComplaintDetail) -> str:
        """Account, tariff and load, as far as they are known."""
        digits = self._language.digits
        parts = []
        if detail.account:
            account = detail.account
            grouped = " ".join(account[n : n + 3] for n in range(0, len(account), 3))
            parts.append(self.tr("Account {0}").format(digits(grouped)))
        rest = []
        if detail.tariff:
            rest.append(detail.tariff)
        if detail.load_kw is not None:
            load = self._language.locale.toString(detail.load_kw, "g", 4)
            rest.append(self.tr("{0} kW").format(load))
        return " · ".join(filter(None, [*parts, ", ".join(rest)]))

    def _feeder(self, detail: ComplaintDetail) -> str:
        row = detail.row
        parts = []
        if row.feeder:
            parts.append(self.tr("Feeder {0}").format(self._text.feeder(row.feeder)))
        if incharge := self._text.incharge(row):
            parts.append(self.tr("in-charge {0}").format(incharge))
        return " · ".join(parts)

    def _show_files(self, files: tuple[Attachment, ...]) -> None:
        while (item := self._files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._tiles.setVisible(bool(files))
        for place, file in enumerate(files):
            digits = 0 if file.size < 1_000_000 else 1
            size = self._language.locale.formattedDataSize(file.size, digits, _TRADITIONAL)
            tile = FileTile(self._theme, file.name, size, file.media_type)
            self._files.addWidget(tile, place // 2, place % 2)
