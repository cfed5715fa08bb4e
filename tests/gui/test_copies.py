"""Calling the customer, and copying parts of a complaint, each by its own key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, work_desk
from tests.unit.cache.samples import complaint
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.complaint_copies import CALL, COPIES
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

NUMBER = 418207
WHOLE = """অভিযোগ ৪১৮২০৭, আজ ১১:৪৬
ট্রান্সফরমার ফিউজ (ডিওএফ) পোড়া · ইনবক্স
মোঃ হাবিবুর রহমান
০১৭০০-০০০২০৭
হিসাব ১০৪২২৮৯১৭
সাতরাস্তা মোড়
ফিডার দোলখোলা
বিকট শব্দ হয়ে ট্রান্সফরমারের ফিউজ পুড়ে গেছে। সাতরাস্তা মোড়ের প্রায় ৪০টি ঘর অন্ধকার।"""


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@pytest.fixture
def called() -> list[QUrl]:
    return []


@pytest.fixture
def detail(desk: WorkDesk, called: list[QUrl], qtbot: QtBot) -> DetailPanel:
    made = DetailPanel(desk.context, called.append)
    qtbot.addWidget(made)
    made.show()
    made.show_complaint(NUMBER)
    qtbot.waitUntil(lambda: made.head.isVisible() and desk.context.tasks.idle())
    return made


@pytest.mark.parametrize(
    ("action", "text"),
    [
        ("complaint.copy_number", "418207"),
        ("complaint.copy_mobile", "+8801700000207"),
        ("complaint.copy_address", "সাতরাস্তা মোড়"),
        ("complaint.copy", WHOLE),
        (
            "complaint.copy_sms",
            "৪১৮২০৭ ট্রান্সফরমার ফিউজ (ডিওএফ) পোড়া; মোঃ হাবিবুর রহমান ০১৭০০০০০২০৭; সাতরাস্তা মোড়",
        ),
    ],
)
def test_an_action_copies_its_part_and_says_so(
    detail: DetailPanel, actions: Actions, qtbot: QtBot, action: str, text: str
) -> None:
    with qtbot.waitSignal(detail.copies.copied):
        actions.get(action).trigger()
    assert QGuiApplication.clipboard().text() == text
    assert actions.get(action).shortcut().toString() != ""


def test_call_opens_the_telephone(actions: Actions, detail: DetailPanel, called: list[QUrl]) -> None:
    actions.get(CALL).trigger()
    assert called == [QUrl("tel:+8801700000207")]


def test_what_is_not_there_cannot_be_copied_or_called(
    desk: WorkDesk, actions: Actions, detail: DetailPanel, qtbot: QtBot
) -> None:
    desk.put(complaint(NUMBER, 9, mobile="", locality="", address=""))
    qtbot.waitUntil(lambda: not actions.get(CALL).isEnabled())
    assert [actions.get(name).isEnabled() for name in COPIES] == [True, False, False, True, True]
    detail.show_complaint(None)
    assert not any(actions.get(name).isEnabled() for name in (CALL, *COPIES))
