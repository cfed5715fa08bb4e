"""Action, duty, state and place: the desk's buttons say what the server answers to the command itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from central_api import customers
from central_api.clock import SystemClock
from central_api.db import Database
from tests.support.action_table import FROM, OFFICERS, PLACES, STATES, Cell, cells, expected
from tests.support.central import CentralHandle, central_server, command_body, complaint_given, set_state
from tests.support.rule_desk import RuleDesk, rule_desk
from wzpdcl_desktop.domain.people import Action, ActionRule, Me

Answers = dict[Cell, str | None]


@pytest.fixture(scope="module")
def one_central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralHandle]:
    """A live server on SQLite alone."""
    with central_server(tmp_path_factory.mktemp("one") / "c") as handle:
        yield handle


def new_complaint(database: Database, cell: Cell) -> int:
    """A complaint of a place in a state."""
    clock = SystemClock()
    with database.write() as session:
        number = customers.new_complaint(session, clock, complaint_given(PLACES[cell.place]))
    if cell.state != "inbox":
        with database.write() as session:
            set_state(session, clock, number, cell.state)
    return number


def complaints(central: CentralHandle, *places: str) -> dict[tuple[str, str], int]:
    """One of each state and place."""
    database = central.database()
    return {at: new_complaint(database, Cell("", *at)) for at in product(STATES, places)}


def server_answers(central: CentralHandle, officer: str, asked: Iterator[Cell]) -> Answers:
    """What the server says to each command, sent for a complaint of its own; None where it is carried out."""
    client, database, found = central.client(officer), central.database(), {}
    for cell in asked:
        number = new_complaint(database, cell)
        version = 1 if cell.state == "inbox" else 2
        body = command_body(f"complaint.{cell.action}", number, version)
        answer: dict[str, Any] = client.post("/v1/commands", json=body).json()
        assert (answer["outcome"] == "applied") == (answer["code"] is None), answer
        found[cell] = answer["code"]
    return found


def desk_answers(desk: RuleDesk, shown: dict[tuple[str, str], int]) -> Answers:
    """What the desk says of the complaints that are shown, by state and place."""
    found: Answers = {}
    for (state, place), number in shown.items():
        desk.look_away()
        for action, code in desk.answers(number).items():
            found[Cell(action.value, state, place)] = code
    return found


@pytest.mark.parametrize("duty", OFFICERS)
def test_the_buttons_say_what_the_server_answers(
    central: CentralHandle, qapp: QApplication, tmp_path: Path, duty: str
) -> None:
    shown = complaints(central, *PLACES)
    server = server_answers(central, OFFICERS[duty], cells())
    with rule_desk(qapp, tmp_path, central.url, OFFICERS[duty], duty) as desk:
        assert desk_answers(desk, shown) == server
    assert server == {cell: expected(duty, cell)[1] for cell in cells()}


@pytest.mark.parametrize("duty", OFFICERS)
def test_one_wrong_rule_is_seen_in_its_own_cell_and_in_no_other(
    one_central: CentralHandle, qapp: QApplication, tmp_path: Path, duty: str
) -> None:
    shown = complaints(one_central, "own")
    server = server_answers(one_central, OFFICERS[duty], cells("own"))
    with rule_desk(qapp, tmp_path, one_central.url, OFFICERS[duty], duty) as desk:
        right = desk.me
        assert differences(desk_answers(desk, shown), server) == set()
        for action, state in product(FROM, STATES):
            desk.me = flipped(right, Action(action), state)
            assert differences(desk_answers(desk, shown), server) == {Cell(action, state, "own")}


def differences(desk: Answers, server: Answers) -> set[Cell]:
    """Where one side says yes and the other says no."""
    assert desk.keys() == server.keys()
    return {cell for cell in desk if (desk[cell] is None) != (server[cell] is None)}


def flipped(me: Me, action: Action, state: str) -> Me:
    """The same officer, with one cell of the rules turned over."""
    rule = me.rule(action) or ActionRule(action, frozenset(), None, frozenset())
    other = replace(rule, sources=rule.sources ^ {state})
    return replace(me, rules=(*(one for one in me.rules if one.action is not action), other))
