"""How many short messages a text is, as the gateway counts."""

from __future__ import annotations

from dataclasses import dataclass

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_DOUBLE = frozenset("^{}\\[~]|€")


@dataclass(frozen=True, slots=True)
class SmsSize:
    """Units used, how many fit into the messages so far, and how many messages that is."""

    units: int
    room: int
    messages: int


def sms_size(text: str, *, bangla: bool) -> SmsSize:
    """Count a text.

    Latin text travels in GSM-7 (160 a message, 153 in a chain); one Bangla letter or ৳ turns all of it into
    UTF-16 (70, or 67 in a chain).

    Args:
        bangla: How an empty text counts: by the language it will likely be written in.
    """
    if (text and all(char in _GSM or char in _GSM_DOUBLE for char in text)) or (not text and not bangla):
        units, single, chained = sum(2 if char in _GSM_DOUBLE else 1 for char in text), 160, 153
    else:
        units, single, chained = len(text.encode("utf-16-le")) // 2, 70, 67
    if units <= single:
        return SmsSize(units, single, 1)
    messages = -(-units // chained)
    return SmsSize(units, messages * chained, messages)
