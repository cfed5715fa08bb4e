"""A feeder is given to another in-charge while both work: one desk loses its rows, the other gets them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update

from central_api.clock import SystemClock
from central_api.models import Feeder, Reference
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes
from tests.end2end.desk import Pc
from tests.end2end.other_program import INSTRUCTION, NEIGHBOUR
from tests.end2end.surroundings import OtherProgram
from tests.end2end.test_people import BAGMARA, IN_CHARGE, of_feeder, senders
from tests.end2end.test_scope import all_numbers, numbers_on_the_server
from tests.support.central import CentralHandle
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.journey.robot import until

KEPT_FEEDER = "khulna-1-dolkhola"


def give(central: CentralHandle, feeder: str, incharge: str) -> None:
    """As the head of the office does: the directory says so too."""
    with central.database().write() as session:
        session.execute(update(Feeder).where(Feeder.id == feeder).values(incharge=incharge))
        row = session.get_one(Reference, ("feeder", feeder))
        row.data, row.version = {**row.data, "incharge": incharge}, row.version + 1
        record_changes(session, COMPANY_LOG, [("feeder", feeder, row.version)], at=SystemClock().now_ms())


def test_a_feeder_goes_from_one_desk_to_the_other_while_both_are_open(
    pc: Pc, central: CentralHandle, tmp_path: Path
) -> None:
    lost = of_feeder(central, BAGMARA)
    pc.sign_in_and_load(IN_CHARGE, Duty.FEEDER_INCHARGE)
    pc.complaints()
    assert set(lost) < set(pc.panels.queue.model.ids)
    other = OtherProgram("feeder", tmp_path / "other", central.url)
    assert set(lost).isdisjoint(other.hear()["rows"])

    give(central, BAGMARA, NEIGHBOUR)
    until(lambda: set(lost).isdisjoint(pc.panels.queue.model.ids), "the rows to leave the screen", 60)
    assert not pc.desk.reader.rows(lost)
    assert other.hear()["came"] == lost
    assert other.close() == 0
    assert senders(central, lost[0], INSTRUCTION) == [NEIGHBOUR]
    assert all_numbers(pc) == numbers_on_the_server(central, "feeder", [KEPT_FEEDER])
    until(lambda: pc.panels.queue.bar.feeders.offered == [KEPT_FEEDER], "the filter without it")
