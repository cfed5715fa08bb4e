"""About the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from wzpdcl_desktop import __version__
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button


class AboutDialog(DialogFrame):
    """Name, version, whose it is, under which licences, and whom to call."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        digits = language.digits
        logo = QLabel()
        logo.setPixmap(QIcon(":/icons/app.svg").pixmap(48, 48))
        self.column.addWidget(logo, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_heading(self.tr("About WZPDCL Desktop"))
        self.add_text(self.tr("Version {0} · Qt {1}").format(digits(__version__), digits(qVersion())))
        self.add_text(self.tr("West Zone Power Distribution Company Limited"))
        self.add_text(self.tr("Help: call centre {0}").format(digits("16117")))
        self.add_text(
            self.tr(
                "Free software under the Apache License 2.0; the font under the SIL Open Font License 1.1."
            ),
            "second",
            quiet=True,
        )
        close = self.add_button(Button(theme, self.tr("Close"), PRIMARY))
        close.clicked.connect(self.accept)
        close.setFocus()
