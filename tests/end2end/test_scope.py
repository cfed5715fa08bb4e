"""Each sees what the duty gives and can do what it allows; officers of one PC do not share a desk."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import files_of
from tests.support.central import FEEDERS, OFFICES, CentralHandle
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.journey.robot import until

IN_CHARGE = "sae1.khulna1"
CIRCLE = "se.khulna"
STATES = (View.INBOX, View.IN_PROGRESS, View.RESOLVED, View.CANCELLED)


def numbers_on_the_server(central: CentralHandle, column: str, values: list[str]) -> set[int]:
    """Complaints of some offices or feeders, as the server's database has them."""
    marks = ", ".join("?" * len(values))
    with closing(sqlite3.connect(str(central.database_path))) as connection:
        sql = f"SELECT id FROM complaint WHERE {column} IN ({marks})"  # noqa: S608
        return {row[0] for row in connection.execute(sql, values)}


def all_numbers(pc: Pc) -> set[int]:
    """Complaints of all four states, as the lists show them."""
    return {number for view in STATES for number in pc.complaints(view)}


def sign_out(pc: Pc) -> None:
    """Choose it in the file menu."""
    entries = pc.window.top_bar.menus["file"].actions()
    next(entry for entry in entries if entry.objectName() == "file.sign_out").trigger()
    until(lambda: pc.program.desk_window is None, "the sign-in window")
    pc.settle()


def test_a_feeder_in_charge_sees_the_own_feeders_and_nothing_else(pc: Pc, central: CentralHandle) -> None:
    pc.sign_in_and_load(IN_CHARGE, Duty.FEEDER_INCHARGE)
    own = [feeder for feeder, (_office, _supervisor, incharge) in FEEDERS.items() if incharge == IN_CHARGE]
    expected = numbers_on_the_server(central, "feeder", own)
    assert all_numbers(pc) == expected
    assert expected < numbers_on_the_server(central, "office", ["khulna-1"])
    pc.select(pc.complaints(View.INBOX)[0])
    assert pc.enabled_actions() == {Action.ACCEPT, Action.MESSAGE, Action.CANCEL}


def test_an_officer_of_the_circle_sees_its_offices_and_can_do_nothing(pc: Pc, central: CentralHandle) -> None:
    pc.sign_in_and_load(CIRCLE, Duty.CIRCLE)
    offices = [office for office, circle in OFFICES.items() if circle == "khulna"]
    assert all_numbers(pc) == numbers_on_the_server(central, "office", offices)
    for view in STATES:
        pc.select(pc.complaints(view)[0])
        assert pc.enabled_actions() == set(), view
        assert not pc.panels.detail.composer.isVisible(), view


def test_two_officers_of_one_pc_each_have_their_own_desk(pc: Pc, central: CentralHandle) -> None:
    pc.sign_in_and_load(HEAD)
    heads = all_numbers(pc)
    complaint = pc.complaints()[0]
    pc.begin(Action.MESSAGE, complaint, "অর্ধেক লেখা")
    sign_out(pc)
    first_folder = pc.store_folder
    before = files_of(first_folder)

    pc.sign_in_and_load(IN_CHARGE, Duty.FEEDER_INCHARGE)
    assert all_numbers(pc) < heads
    sign_out(pc)
    assert {name: data for name, data in files_of(first_folder).items() if name in before} == before

    pc.sign_in_and_load(HEAD)
    assert all_numbers(pc) == heads
    pc.complaints()
    pc.select(complaint)
    until(lambda: pc.typed == "অর্ধেক লেখা", "the text that was begun before")
