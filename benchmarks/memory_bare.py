"""The yardstick of `memory`: a window of Qt with nothing in it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.answering import answer


def main() -> None:
    """Show it, and stay."""
    qt = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 738)
    window.show()
    qt.processEvents()
    answer({"painted": window.isVisible})


if __name__ == "__main__":
    main()
