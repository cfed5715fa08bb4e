"""Signals must not eat references: PySide6 6.12.0 did, and Python 3.11 aborted in mid-work (docs/adr/0007)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    said = Signal(object)


def test_emitting_keeps_the_count_of_true_and_none(qapp: object) -> None:
    sender = Sender()
    sender.said.connect(lambda _what: None)
    sender.said.emit(None)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(200):
        sender.said.emit(None)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert all(then - was > -100 for was, then in zip(before, after, strict=True))
