"""What every test of the screen starts from: resources, language, theme, off screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QResource, QTranslator
from PySide6.QtWidgets import QApplication

from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

ASSETS = Path(__file__).resolve().parents[2] / "wzpdcl_desktop" / "assets"


@pytest.fixture(scope="session")
def assets(qapp: QApplication) -> Path:
    """Fonts, icons and style sheet are registered; the folder holds the translations."""
    if not QResource.registerResource(str(ASSETS / "resources.rcc")):
        pytest.fail("the resources are not built: run `python hatch_build.py`")
    return ASSETS


@pytest.fixture
def language(assets: Path) -> Iterator[Language]:
    """Bangla, as on the first start."""
    made = Language(assets / "translations", "bn")
    yield made
    for translator in made.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def theme(assets: Path, qapp: QApplication) -> Theme:
    """Light, applied to the application."""
    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def actions(theme: Theme, language: Language) -> Actions:
    """All actions."""
    return Actions(theme, language)


@pytest.fixture
def notifier(qapp: QApplication) -> Notifier:
    """Nothing announced yet."""
    return Notifier()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    """Its threads end with the test."""
    runner = TaskRunner()
    yield runner
    runner.close(wait=True)
