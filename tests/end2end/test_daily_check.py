"""A cache that lost a row, for whatever reason: the program finds it within a day, all by itself."""

from __future__ import annotations

from tests.end2end.desk import OFFICE, Pc
from tests.end2end.surroundings import opened_store
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey import server_side
from wzpdcl_desktop.journey.robot import until

A_DAY_AGO = "UPDATE scope_state SET completed_at = completed_at - 90000000"
TEXT = "লোক যাচ্ছে।"


def test_a_row_that_is_missing_comes_back_and_what_waits_is_sent(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    key, (lost, other) = pc.desk.opened.key, pc.complaints()[:2]
    pc.switch_off()
    line.down()
    with opened_store(pc.store_folder / "cache.db", key) as connection:
        connection.execute("DELETE FROM complaint WHERE id = ?", (lost,))
        connection.execute(A_DAY_AGO)

    pc.sign_in()
    assert lost not in pc.complaints()
    command = pc.act(Action.MESSAGE, other, TEXT)
    line.up()
    until(lambda: lost in pc.complaints(), "the row on the screen", 60)
    pc.wait_until_all_is_sent()
    database = central.database_path
    assert database is not None
    assert not server_side.exactly_once(database, [command])
    until(lambda: pc.desk.reader.digest() == server_side.digest(database, OFFICE), "both sides equal")
    until(lambda: "মেলানো হয়েছে" in pc.window.status_bar.last_sync.toolTip(), "the time of it")
    assert pc.desk.comparisons()["rows"] == 1
