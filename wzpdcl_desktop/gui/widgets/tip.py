"""A tooltip shows its text as it is: Qt would take a customer's ``<b>`` for a mark, and hide the rest."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt as GuiQt


def tip(text: str) -> str:
    """The text for `setToolTip`, or for the tooltip role of a model."""
    if not GuiQt.mightBeRichText(text):
        return text
    lines = html.escape(text, quote=False).replace("\n", "<br>")
    return f"<span>{lines}</span>"
