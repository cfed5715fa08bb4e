"""Calls into Qt must not eat references: in PySide6 6.12.0 they did, and Python 3.11 aborted (ADR 7)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel


class Sender(QObject):
    said = Signal(object)


def test_a_call_that_returns_nothing_keeps_the_count_of_none(qapp: object) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))
    assert sys.getrefcount(None) - before > -100


def test_emitting_keeps_the_count_of_true_and_none(qapp: object) -> None:
    sender = Sender()
    sender.said.connect(lambda _what: None)
    sender.said.emit(None)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(200):
        sender.said.emit(None)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert all(then - was > -100 for was, then in zip(before, after, strict=True))
