"""The real client fetches a package from a real server, and a version below the least keeps what it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from central_api import customers
from central_api.clock import SystemClock
from tests.integration.sync_support import desk
from tests.support.central import PASSWORD, central_server, complaint_given
from tests.support.packages import SETUP, Publisher
from tests.unit.services.test_updates import Installed
from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.api.transport import make_session
from wzpdcl_desktop.domain.commands import CommandState
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.services.updates.service import UpdateService
from wzpdcl_desktop.services.updates.trust import Trust, keys_in


def test_the_real_client_goes_on_after_a_cut(tmp_path: Path) -> None:
    publisher, installed = Publisher(tmp_path / "company"), Installed()
    trust = Trust(lambda: keys_in(publisher.keys_file), "0.1.0")
    service = UpdateService(tmp_path / "updates", trust, "0.1.0", installed, list)
    with central_server(tmp_path / "c", updates=publisher.updates) as central:
        api = CentralApi(central.url, make_session, MemoryTokens())
        assert service.look(api) is None, "nothing is published yet"
        publisher.publish("0.2.0")
        offer = service.look(api)
        assert offer is not None
        seen: list[int] = []
        stop = service.fetch(api, offer, lambda done, _total: seen.append(done), lambda: bool(seen))
        assert stop is None
        assert 0 < seen[0] < len(SETUP)
        first = len(seen)
        assert service.fetch(api, offer, lambda done, _total: seen.append(done), lambda: False)
        assert seen[first] > seen[0], "it went on where it had stopped"
        api.close()
    service.install()
    assert installed.started == [SETUP]


def test_below_the_least_version_it_reads_and_keeps_its_outbox(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "company")
    publisher.publish("9.1.0", "9.0.0")
    with (
        central_server(tmp_path / "c", updates=publisher.updates) as central,
        desk(tmp_path / "pc", central.url) as pc,
    ):
        pc.api.sign_in(Duty.OFFICE_HEAD, pc.officer, PASSWORD, "test-pc", "Test PC")
        pc.engine.start()
        until(lambda: bool(pc.rows()), "the first rows", 60)
        number = next(iter(pc.rows()))
        pc.message(number)
        until(lambda: pc.status() is LinkStatus.UPGRADE_NEEDED, "the refusal", 60)
        assert [item.state for item in pc.outbox.items()] == [CommandState.PENDING]
        before = dict(pc.rows())
        with central.database().write() as session:
            new = customers.new_complaint(session, SystemClock(), complaint_given("khulna-1-dolkhola"))
        until(lambda: new in pc.rows(), "what came meanwhile", 60)
        assert set(before) < set(pc.rows())


@pytest.fixture(autouse=True)
def _qt(qapp: object) -> None:
    """`until` turns Qt's event loop."""
