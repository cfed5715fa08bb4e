"""Roles of colour that chips and banners share."""

from __future__ import annotations

from PySide6.QtGui import QColor

from wzpdcl_desktop.gui.tokens import Tokens

#: Role -> (colour of the text, ground).
ROLES: dict[str, tuple[str, str]] = {
    "inbox": ("inbox", "inboxtint"),
    "in_progress": ("progress", "progresstint"),
    "progress": ("progress", "progresstint"),
    "resolved": ("resolved", "resolvedtint"),
    "cancelled": ("cancelled", "cancelledtint"),
    "ok": ("ok", "inboxtint"),
    "soon": ("soon", "soontint"),
    "breached": ("breached", "breachedtint"),
    "waiting": ("waiting", "waitingtint"),
    "conflict": ("conflict", "conflicttint"),
    "accent": ("accent", "accenttint"),
    "quiet": ("text2", "subtle"),
}


def colors(tokens: Tokens, role: str) -> tuple[QColor, QColor]:
    """Text colour and ground of a role.

    Raises:
        KeyError: There is no such role.
    """
    text, ground = ROLES[role]
    return tokens.pick(text), tokens.pick(ground)
