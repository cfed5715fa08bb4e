"""Long polls: they wake within a second, hold nothing up, and let the server go; on both databases."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import Feeder
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes
from tests.support.central import CentralHandle, command_body, complaint_given
from tests.support.feed import Reader, parse_page


def new(central: CentralHandle, feeder: str = "khulna-1-dolkhola") -> int:
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), complaint_given(feeder))


def wakes(poll: Callable[[], httpx.Response], act: Callable[[], Any]) -> tuple[httpx.Response, float]:
    """The answer of a poll, and how long after the act it came."""
    with ThreadPoolExecutor(1) as pool:
        future: Future[httpx.Response] = pool.submit(poll)
        with pytest.raises(TimeoutError):
            future.result(0.5)
        act()
        acted = time.monotonic()
        answer = future.result(20)
        return answer, time.monotonic() - acted


def test_scopes_wake_by_a_command(central: CentralHandle) -> None:
    id_ = new(central)
    officer, watcher = central.client("xen.khulna1"), central.client("se.khulna")
    known = watcher.get("/v1/scopes").json()
    answer, delay = wakes(
        lambda: watcher.get("/v1/scopes", params={"known": known["token"], "wait": 20}),
        lambda: officer.post("/v1/commands", json=command_body("complaint.message", id_)),
    )
    assert delay < 1
    heads = {item["scope"]: item["head"] for item in answer.json()["scopes"]}
    before = {item["scope"]: item["head"] for item in known["scopes"]}
    assert {scope for scope in heads if heads[scope] != before[scope]} == {"office:khulna-1"}
    assert answer.json()["scope_epoch"] == known["scope_epoch"]


def test_changes_wake_by_another_process(central: CentralHandle) -> None:
    desk = Reader(central.client("xen.khulna1"), "office:khulna-1")
    desk.snapshot()
    params = {"scope": desk.scope, "cursor": desk.cursor, "wait": 20}
    made: list[int] = []
    answer, delay = wakes(
        lambda: desk.client.get("/v1/changes", params=params), lambda: made.append(new(central))
    )
    assert delay < 2
    assert [row["id"] for row in parse_page(answer.content)[0]] == made


def test_scopes_wake_by_a_change_of_rights(central: CentralHandle) -> None:
    client = central.client("sae2.khulna1")
    known = client.get("/v1/scopes").json()

    def give_bagmara() -> None:
        with central.database().write() as session:
            session.get_one(Feeder, "khulna-1-bagmara").incharge = "sae2.khulna1"
            record_changes(session, COMPANY_LOG, [("feeder", "khulna-1-bagmara", 2)], at=0)

    answer, delay = wakes(
        lambda: client.get("/v1/scopes", params={"known": known["token"], "wait": 20}), give_bagmara
    )
    assert delay < 2
    assert "feeder:khulna-1-bagmara" in {item["scope"] for item in answer.json()["scopes"]}
    assert answer.json()["scope_epoch"] != known["scope_epoch"]


def test_without_news_it_answers_when_the_time_is_over(central: CentralHandle) -> None:
    desk = Reader(central.client("xen.jashore1"), "office:jashore-1")
    desk.snapshot()
    started = time.monotonic()
    assert desk.pull(wait=1) == []
    assert 0.9 < time.monotonic() - started < 4


def test_a_hundred_pollers_hold_nobody_up(central: CentralHandle) -> None:
    desk = Reader(central.client("xen.jashore1"), "office:jashore-1")
    desk.snapshot()
    limits = httpx.Limits(max_connections=120)
    headers = dict(desk.client.headers)
    with (
        httpx.Client(
            base_url=central.url, timeout=40, trust_env=False, limits=limits, headers=headers
        ) as many,
        ThreadPoolExecutor(100) as pool,
    ):
        params: dict[str, Any] = {"scope": desk.scope, "cursor": desk.cursor, "wait": 5}
        polls = [pool.submit(many.get, "/v1/changes", params=params) for _ in range(100)]
        started = time.monotonic()
        assert desk.client.get("/v1/me").status_code == 200
        assert time.monotonic() - started < 4
        new(central, "jashore-1-newtown")
        assert {len(parse_page(poll.result(20).content)[0]) for poll in polls} == {1}


def test_stopping_lets_the_pollers_go(central: CentralHandle) -> None:
    desk = Reader(central.client("xen.jashore1"), "office:jashore-1")
    desk.snapshot()
    params = {"scope": desk.scope, "cursor": desk.cursor, "wait": 25}
    try:
        answer, delay = wakes(lambda: desk.client.get("/v1/changes", params=params), central.stop)
        assert answer.status_code == 200
        assert delay < 3
    finally:
        central.restart()
