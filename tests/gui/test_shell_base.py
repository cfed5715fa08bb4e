"""What the whole screen stands on: colours, language, words for errors, work in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from central_api.problems import KINDS
from wzpdcl_desktop.domain import errors
from wzpdcl_desktop.domain.errors import (
    ActionNotAllowed,
    DeskError,
    DiskFull,
    NoNetwork,
    Problem,
    SignInRefused,
)
from wzpdcl_desktop.gui.errors import WORDS, explain
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.tokens import DARK, LIGHT, Tokens, contrast
from wzpdcl_desktop.gui.top_bar import initials

STATES = ("inbox", "progress", "resolved", "cancelled", "soon", "breached", "waiting", "conflict")


def known_codes() -> set[str]:
    """Every code that the program or the server can name."""
    own = {
        value.code
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, DeskError)
    }
    return own | set(KINDS) | {"read_only", "duty", "state", "gone", "text", "reason", "too_long"}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    grounds = (tokens.surface, tokens.window, tokens.subtle, tokens.hover)
    pairs: list[tuple[str, QColor, QColor]] = [
        (name, tokens.pick(name), ground) for name in ("text", "text2") for ground in grounds
    ]
    pairs += [(name, tokens.pick(name), tokens.pick(f"{name}tint")) for name in (*STATES, "accent")]
    pairs += [(name, tokens.pick(name), tokens.surface) for name in (*STATES, "accent", "ok", "text3")]
    pairs += [
        ("on accent", tokens.onaccent, tokens.accent),
        ("on danger", tokens.ondanger, tokens.breached),
        ("selected", tokens.text, tokens.selected),
        ("selected second line", tokens.text2, tokens.selected),
    ]
    assert [
        (name, round(contrast(text, ground), 2))
        for name, text, ground in pairs
        if contrast(text, ground) < 4.5
    ] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_fields_and_stripes_stand_out(tokens: Tokens) -> None:
    for name in ("field", "stripesoon", "stripebreached", "accent"):
        assert contrast(tokens.pick(name), tokens.surface) >= 3, name


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_every_code_says_what_to_do_in_both_languages(code: str, language: Language) -> None:
    assert code in WORDS
    said = {}
    for name in ("bn", "en"):
        language.set(name)
        words = explain(code)
        assert words.title
        assert words.remedy.endswith("।" if name == "bn" else ".")
        said[name] = words.line
    assert any("\u0980" <= sign <= "\u09ff" for sign in said["bn"])
    assert said["en"].isascii()


def test_a_refusal_is_explained_by_the_servers_own_code(language: Language) -> None:
    language.set("en")
    assert explain(SignInRefused(Problem(423, "account_locked"))).title == "Too many wrong passwords"
    assert explain(SignInRefused(Problem(418, "never heard of"))).title == "The server did not sign you in"
    assert explain(ActionNotAllowed("reason")).title == "The reason is missing"
    assert explain(ZeroDivisionError()).title == "Something went wrong"


def test_numbers_times_and_phones_follow_the_language(language: Language) -> None:
    noon = 1_795_240_800_000  # 21 November 2026, 12:00 in Dhaka
    assert language.number(12480) == "১২,৪৮০"
    assert language.time(noon) == "১২:০০"
    assert language.countdown(103 * 60_000) == "১:৪৩"
    assert language.countdown(-42 * 60_000) == "০:৪২"
    assert language.countdown(6 * 86_400_000 + 1) == "৬ দিন"
    assert language.phone("+8801700000207") == "০১৭০০-০০০২০৭"
    assert language.day_time(noon, noon + 3_600_000) == "আজ ১২:০০"
    assert language.day_time(noon, noon + 86_400_000) == "গতকাল ১২:০০"
    language.set("en")
    assert language.day_time(noon, noon + 9 * 86_400_000) == "21 Nov 12:00"
    assert language.phone("+8801700000207") == "01700-000207"


def test_english_knows_one_and_many(language: Language) -> None:
    language.set("en")
    assert language.countdown(86_400_000) == "1 day"
    assert language.countdown(2 * 86_400_000) == "2 days"


def test_initials_keep_the_vowel_and_leave_the_title_out() -> None:
    assert initials("মোঃ আরিফুল ইসলাম") == "আই"
    assert initials("কাজী ত্রিনা") == "কাত্রি"
    assert initials("Md. Ariful Islam") == "AI"


def settle(qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.waitUntil(tasks.idle, timeout=5000)


def test_a_newer_question_makes_the_older_answer_void(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate, heard, owner = threading.Event(), [], QObject()

    def slow() -> str:
        gate.wait(5)
        return "old"

    tasks.cache(slow, heard.append, owner=owner, key="q")
    tasks.cache(lambda: "never run", heard.append, owner=owner, key="q")
    tasks.cache(lambda: "new", heard.append, owner=owner, key="q")
    gate.set()
    settle(qtbot, tasks)
    assert heard == ["new"]


def test_work_without_a_key_is_all_done_in_its_order(qtbot: QtBot, tasks: TaskRunner) -> None:
    heard: list[int] = []
    for number in range(20):
        tasks.cache(lambda number=number: number, heard.append)
    settle(qtbot, tasks)
    assert heard == list(range(20))


def test_who_is_gone_gets_no_answer(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate, heard, owner = threading.Event(), [], QObject()
    tasks.cache(lambda: gate.wait(5), heard.append, owner=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    settle(qtbot, tasks)
    assert heard == []


def test_answers_come_in_the_gui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    threads: list[threading.Thread] = []
    tasks.network(
        threading.current_thread, lambda worker: threads.extend([worker, threading.current_thread()])
    )
    settle(qtbot, tasks)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def _raise(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_a_known_error_goes_to_its_asker_and_a_bug_to_everybody(qtbot: QtBot, tasks: TaskRunner) -> None:
    heard: list[Exception] = []
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    tasks.cache(_raise(DiskFull()), lambda _: None, heard.append)
    settle(qtbot, tasks)
    assert [type(error) for error in heard] == [DiskFull]
    assert bugs == []
    tasks.cache(_raise(ZeroDivisionError()), lambda _: None, heard.append)
    tasks.cache(_raise(NoNetwork()), lambda _: None)
    settle(qtbot, tasks)
    assert [type(error) for error in heard] == [DiskFull, ZeroDivisionError]
    assert [type(error) for error in bugs] == [ZeroDivisionError, NoNetwork]
