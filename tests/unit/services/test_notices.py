"""What is told, once, in groups, not in the night, and not of one's own doings."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cache.samples import HOUR, NOW, OFFICE, Desk, complaint, entry, open_desk
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.notice_book import KEPT, NoticeBook
from wzpdcl_desktop.domain.complaints import Moved, State
from wzpdcl_desktop.domain.feed import ComplaintTuple
from wzpdcl_desktop.domain.notices import Notice, NoticeKind, Wishes
from wzpdcl_desktop.services.notice_plan import MANY, is_quiet
from wzpdcl_desktop.services.notices import News, NoticeService

MINUTE = 60_000
OFFICER = "xen.khulna1"
NEW, REOPENED, SOON, OVERDUE, MESSAGE = (
    NoticeKind.NEW,
    NoticeKind.REOPENED,
    NoticeKind.SOON,
    NoticeKind.OVERDUE,
    NoticeKind.MESSAGE,
)


class World:
    """An officer's PC: rows come, time goes by, the program ends and starts again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.desk: Desk = open_desk(folder)
        self.moved: dict[int, Moved] = {}
        self.wishes = Wishes()
        self._versions = itertools.count(2)
        self.desk.load(complaint(1), complaint(2, state="in_progress", due_at=NOW + 90 * MINUTE))
        self._open()

    def _open(self) -> None:
        self.service = NoticeService(
            ComplaintReader(self.desk.cache),
            NoticeBook(self.desk.outbox_store),
            lambda: self.moved,
            self.desk.clock,
            OFFICER,
        )

    def first_look(self) -> News:
        return self.service.look(None, self.wishes, loaded=True)

    def restart(self) -> None:
        at = self.desk.clock.at
        self.desk.close()
        self.desk = open_desk(self.folder)
        self.desk.clock.at = at
        self._open()

    def row(self, number: int, **changes: Any) -> ComplaintTuple:
        return complaint(number, next(self._versions), **changes)

    def come(self, *rows: ComplaintTuple) -> News:
        self.desk.put(*rows)
        return self.service.look([int(str(row[0])) for row in rows], self.wishes, loaded=True)

    def later(self, minutes: float) -> News:
        self.desk.clock.at += round(minutes * MINUTE)
        return self.service.look(None, self.wishes, loaded=True)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "officer")
    yield made
    made.desk.close()


@pytest.fixture
def looked(world: World) -> World:
    assert world.first_look() == News((), ())
    return world


def told(news: News) -> list[tuple[NoticeKind, tuple[int, ...]]]:
    return [(one.kind, one.complaints) for one in news.pop]


def test_the_first_look_waits_until_all_is_loaded_and_tells_nothing(world: World) -> None:
    assert world.service.look(None, world.wishes, loaded=False) == News((), ())
    world.desk.put(world.row(3, due_at=NOW - HOUR))
    assert world.first_look() == News((), ())

    assert told(world.later(1)) == []
    assert told(world.come(world.row(4))) == [(NEW, (4,))]


def test_a_new_complaint_is_told_once_also_after_a_restart(looked: World) -> None:
    news = looked.come(looked.row(3))
    assert told(news) == [(NEW, (3,))]
    assert news.recent == news.pop

    assert told(looked.come(looked.row(3, text="কথা বদলেছে"))) == []
    looked.restart()
    assert told(looked.later(0)) == []
    assert told(looked.come(looked.row(3, locality="অন্য"))) == []
    assert [one.kind for one in looked.service.recent()] == [NEW]


def test_what_came_while_the_program_was_off_is_told_at_the_next_look(looked: World) -> None:
    looked.restart()
    looked.desk.put(looked.row(3), looked.row(4, feeder="other"))

    assert told(looked.later(0)) == [(NEW, (3, 4))]


def test_a_complaint_that_comes_closed_is_no_news(looked: World) -> None:
    assert told(looked.come(looked.row(3, state="resolved", closed_at=NOW))) == []


def test_what_the_officer_entered_or_opened_again_is_no_news(looked: World) -> None:
    own = {**entry(3, "created", "", NOW), "by": OFFICER}
    assert told(looked.come(looked.row(3, timeline=[own]))) == []
    other = {**entry(4, "created", "", NOW), "by": "cc.1"}
    assert told(looked.come(looked.row(4, timeline=[other]))) == [(NEW, (4,))]
    again = {**entry(4, "reopened", "", NOW + 1), "by": OFFICER}
    assert told(looked.come(looked.row(4, reopen_count=1, timeline=[other, again]))) == []


def test_several_are_one_notice_and_a_feeder_with_many_has_its_own(looked: World) -> None:
    few = [looked.row(number, feeder="a" if number % 2 else "b") for number in range(10, 10 + MANY)]
    assert told(looked.come(*few)) == [(NEW, tuple(range(10, 10 + MANY)))]

    storm = [looked.row(number, feeder="a") for number in range(20, 20 + MANY)]
    rest = [looked.row(30, feeder="b"), looked.row(31, feeder="c")]
    news = looked.come(*storm, *rest)
    assert told(news) == [(NEW, (30, 31)), (NEW, tuple(range(20, 20 + MANY)))]
    assert [one.feeder for one in news.pop] == [None, "a"]


def test_each_step_of_the_clock_is_told_once(looked: World) -> None:
    assert told(looked.later(29.9)) == []
    assert told(looked.later(0.1)) == [(SOON, (2,))]
    looked.restart()
    assert told(looked.later(59)) == []
    assert told(looked.later(1)) == []  # the very limit is not over yet
    assert told(looked.later(0.1)) == [(OVERDUE, (2,))]
    assert told(looked.come(looked.row(2, state="in_progress", due_at=NOW + 90 * MINUTE))) == []
    looked.restart()
    assert told(looked.later(1)) == []


def test_another_limit_is_another_clock(looked: World) -> None:
    looked.later(91)
    assert told(looked.come(looked.row(2, state="in_progress", due_at=NOW + 150 * MINUTE))) == [(SOON, (2,))]
    assert told(looked.later(60)) == [(OVERDUE, (2,))]


def test_the_officer_chooses_how_early_to_be_warned(looked: World) -> None:
    looked.wishes = Wishes(warn_minutes=15)
    assert told(looked.later(60)) == []
    assert told(looked.later(15)) == [(SOON, (2,))]


def test_a_new_one_that_is_near_its_limit_is_told_as_new_and_one_beyond_it_as_both(looked: World) -> None:
    assert told(looked.come(looked.row(3, due_at=NOW + MINUTE))) == [(NEW, (3,))]
    assert told(looked.later(0.5)) == []
    assert told(looked.come(looked.row(4, due_at=NOW))) == [(NEW, (4,)), (OVERDUE, (4,))]


def test_opened_again(looked: World) -> None:
    looked.come(looked.row(1, state="resolved", closed_at=NOW))
    assert told(looked.come(looked.row(1, reopen_count=1))) == [(REOPENED, (1,))]
    assert told(looked.come(looked.row(1, reopen_count=1, text="আবার"))) == []
    looked.come(looked.row(1, state="resolved", closed_at=NOW, reopen_count=1))
    looked.restart()
    assert told(looked.come(looked.row(1, reopen_count=2))) == [(REOPENED, (1,))]


def test_one_that_was_closed_before_anyone_looked_is_opened_again(world: World) -> None:
    world.desk.put(world.row(9, state="resolved", closed_at=NOW - HOUR))
    world.first_look()
    assert told(world.come(world.row(9, reopen_count=1))) == [(REOPENED, (9,))]


def test_the_customers_words_have_a_notice_each(looked: World) -> None:
    wrote = [entry(1, "customer_message", "কখন আসবেন?", NOW + 1)]
    wrote_too = [entry(2, "customer_message", "ধন্যবাদ", NOW + 2)]
    rows = (looked.row(1, timeline=wrote), looked.row(2, timeline=wrote_too, due_at=NOW + 20 * HOUR))
    assert told(looked.come(*rows)) == [(MESSAGE, (1,)), (MESSAGE, (2,))]
    assert told(looked.come(looked.row(1, timeline=wrote, text="x"))) == []
    answered = [*wrote, {**entry(1, "message", "আসছি", NOW + 3), "by": OFFICER}]
    assert told(looked.come(looked.row(1, timeline=answered))) == []
    looked.restart()
    again = [*answered, entry(1, "customer_message", "কই?", NOW + 4)]
    assert told(looked.come(looked.row(1, timeline=again))) == [(MESSAGE, (1,))]


def test_old_words_under_a_closed_complaint_are_no_news_and_later_ones_are(looked: World) -> None:
    closed = {"state": "resolved", "closed_at": NOW - HOUR}
    old = [entry(9, "customer_message", "ধন্যবাদ", NOW - 2 * HOUR)]
    assert told(looked.come(looked.row(9, timeline=old, **closed))) == []
    late = [*old, entry(9, "customer_message", "আবার গেছে", NOW + 1)]
    assert told(looked.come(looked.row(9, timeline=late, **closed))) == [(MESSAGE, (9,))]
    assert told(looked.come(looked.row(9, timeline=late, text="x", **closed))) == []


def test_what_the_officer_has_closed_here_does_not_run_late(looked: World) -> None:
    looked.moved = {2: Moved(State.RESOLVED, None, None)}
    assert told(looked.later(100)) == []
    looked.moved = {}  # taken back
    assert told(looked.later(0)) == [(OVERDUE, (2,))]


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_kind_that_is_not_wanted_is_not_told_then_or_later(looked: World, kind: NoticeKind) -> None:
    looked.wishes = Wishes(frozenset(NoticeKind) - {kind}, quiet_from=0, quiet_until=0)
    wrote = [entry(1, "customer_message", "কখন?", NOW + 1)]
    looked.desk.put(
        looked.row(3), looked.row(1, timeline=wrote, reopen_count=1, due_at=NOW + 60 * MINUTE + 1)
    )
    heard = told(looked.later(0)) + told(looked.later(1)) + told(looked.later(61))
    assert {one for one, _ in heard} == set(NoticeKind) - {kind}

    looked.wishes = Wishes(quiet_from=0, quiet_until=0)
    assert told(looked.later(0)) == []


def test_nothing_pops_up_in_quiet_hours_and_all_is_in_the_list(looked: World) -> None:
    looked.wishes = Wishes(quiet_from=14, quiet_until=15)
    assert is_quiet(looked.wishes, NOW)  # 14:03 in Dhaka
    news = looked.come(looked.row(3))
    assert news.pop == ()
    assert [(one.kind, one.complaints, one.read) for one in news.recent] == [(NEW, (3,), False)]

    looked.desk.clock.at = NOW + HOUR
    assert told(looked.later(0)) == [(SOON, (2,))]
    assert [one.kind for one in looked.service.recent()] == [SOON, NEW]


@pytest.mark.parametrize(
    ("first", "last", "quiet"),
    [
        (22, 7, {22, 23, 0, 1, 2, 3, 4, 5, 6}),
        (0, 6, {0, 1, 2, 3, 4, 5}),
        (13, 15, {13, 14}),
        (8, 8, set()),
        (0, 0, set()),
    ],
)
def test_quiet_hours_are_those_of_dhaka(first: int, last: int, quiet: set[int]) -> None:
    midnight = NOW - (14 * 60 + 3) * MINUTE
    wishes = Wishes(quiet_from=first, quiet_until=last)
    for hour in range(24):
        for minute in (0, 59):
            assert is_quiet(wishes, midnight + hour * HOUR + minute * MINUTE) == (hour in quiet)


def test_read_marks_and_the_length_of_the_list(looked: World) -> None:
    for number in range(1000, 1000 + KEPT + 5):
        looked.come(looked.row(number))
    recent = looked.service.recent()
    assert len(recent) == KEPT
    assert recent[0].complaints == (1000 + KEPT + 4,)
    assert recent[-1].complaints == (1005,)

    after = looked.service.mark_read([recent[3].number])
    assert [one.number for one in after if one.read] == [recent[3].number]
    looked.restart()
    assert sum(not one.read for one in looked.service.recent()) == KEPT - 1
    assert all(one.read for one in looked.service.mark_read())


def test_a_notice_is_kept_before_it_is_shown(looked: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> tuple[Notice, ...]:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(NoticeBook, "add", full)
        with pytest.raises(OSError, match="no room"):
            looked.come(looked.row(3))

    assert told(looked.later(0)) == [(NEW, (3,))]


def test_the_cache_is_rebuilt_and_nothing_is_told_again(looked: World) -> None:
    looked.come(looked.row(3))
    looked.desk.load(complaint(1), complaint(2, due_at=NOW + 90 * MINUTE), complaint(3), scope=OFFICE)

    assert told(looked.later(0)) == []
