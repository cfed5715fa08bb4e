"""Icons come from one font, which stays where the program is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qtawesome.iconic_font import IconicFont

from wzpdcl_desktop.gui import icons


def test_no_icon_font_is_copied_into_the_users_fonts(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def copied(*_: object, **__: object) -> str:
        raise AssertionError("QtAwesome copies fonts into the user's folder on Windows")

    monkeypatch.setattr(IconicFont, "_install_fonts", copied)
    icons.forget()
    for name in ("tray", "fill:tray"):
        assert not icons.pixmap(name, 16).toImage().isNull()
        assert not icons.icon(name).isNull()
