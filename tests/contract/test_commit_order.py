"""Writers at the same time: who follows the feed misses none of their changes; on both databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import httpx

from central_api import customers
from central_api.clock import SystemClock
from tests.support.central import CentralHandle, command_body, complaint_given
from tests.support.feed import Reader

WRITERS, EACH = 6, 25


def test_a_follower_sees_every_change(central: CentralHandle) -> None:
    database = central.database()
    clock = SystemClock()
    ids = []
    for n in range(WRITERS):
        with database.write() as session:
            ids.append(customers.new_complaint(session, clock, complaint_given("khulna-1-dolkhola", n)))
    desk = Reader(central.client("xen.khulna1"), "office:khulna-1")
    desk.snapshot()
    writing = threading.Event()
    writing.set()

    def write(n: int) -> None:
        with central.client("ae1.khulna1") as client:
            for _ in range(EACH):
                answer = client.post("/v1/commands", json=command_body("complaint.message", ids[n]))
                assert answer.json()["outcome"] == "applied"
                with database.write() as session:
                    customers.customer_message(session, clock, ids[n], "when?")

    def follow() -> None:
        while writing.is_set():
            desk.pull()
        desk.pull()

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        follower = pool.submit(follow)
        writers = [pool.submit(write, n) for n in range(WRITERS)]
        try:
            for each in writers:
                each.result(100)
        finally:
            writing.clear()
        follower.result(60)
    assert {id_: desk.versions()[id_] for id_ in ids} == dict.fromkeys(ids, 1 + 2 * EACH)


def test_numbers_of_new_complaints_are_different(central: CentralHandle) -> None:
    database = central.database()
    clock = SystemClock()

    def take(n: int) -> int:
        with database.write() as session:
            return customers.new_complaint(session, clock, complaint_given("khulna-2-stadium", n))

    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(take, range(40)))
    assert len(set(ids)) == 40


def test_an_answered_command_survives_a_power_cut(central: CentralHandle) -> None:
    with central.database().write() as session:
        id_ = customers.new_complaint(session, SystemClock(), complaint_given("khulna-1-dolkhola"))
    body = command_body("complaint.accept", id_, 1)
    with central.client("xen.khulna1") as client:
        receipt = client.post("/v1/commands", json=body).json()
    central.kill()
    central.restart()
    with central.client("xen.khulna1") as client:
        assert client.post("/v1/commands", json=body).json() == receipt
        row: httpx.Response = client.get(f"/v1/complaints/{id_}")
    assert (row.json()["version"], row.json()["data"]["state"]) == (2, "in_progress")
