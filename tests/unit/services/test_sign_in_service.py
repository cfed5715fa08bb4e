"""Signing in, with and without the server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cache.samples import NOW, FixedClock
from wzpdcl_desktop.assets import folders
from wzpdcl_desktop.cache.device import device_id
from wzpdcl_desktop.cache.keys import Effort, KeyVault
from wzpdcl_desktop.cache.secrets import FileSecrets
from wzpdcl_desktop.cache.store import open_outbox
from wzpdcl_desktop.domain.errors import (
    DeskError,
    InsecureAddress,
    LeaseEnded,
    NoNetwork,
    NotTheServer,
    OfflinePasswordWrong,
    Problem,
    SignInRefused,
    WrongKey,
)
from wzpdcl_desktop.domain.people import Duty, ServerInfo, SignedIn, Tokens
from wzpdcl_desktop.services.sign_in import Device, Opened, SignInService, normalised, session_name

KEY = bytes(range(32))
SERVER = "https://central.example"
DAY = 86_400_000


class FakeApi:
    """A central API that knows one officer; `fails` is raised in place of an answer."""

    def __init__(self) -> None:
        self.password = "right"
        self.fails: DeskError | None = None
        self.asked = 0
        self.key = KEY

    def server_info(self) -> ServerInfo:
        if self.fails:
            raise self.fails
        return ServerInfo("Central", "কেন্দ্র", 1, 1, "e", False, NOW, "0.1.0", "0.1.0")

    def sign_in(self, duty: Duty, user_id: str, password: str, device_id: str, device_name: str) -> SignedIn:
        self.asked += 1
        if self.fails:
            raise self.fails
        if password != self.password:
            raise SignInRefused(Problem(401, "wrong_password"))
        assert (device_id, device_name) == ("pc-1", "PC")
        tokens = Tokens("access", 900, "refresh", 900)
        return SignedIn(tokens, user_id, "Karim", "করিম", duty, "khulna-1", self.key, 30, NOW)


class Setup:
    """The service with its collaborators."""

    def __init__(self, folder: Path) -> None:
        self.api, self.clock = FakeApi(), FixedClock()
        self.where = folders(folder)
        self.vault = KeyVault(FileSecrets(self.where.secrets), self.where.known_file, Effort(1, 8192))
        self.servers: list[str] = []
        self.service = SignInService(
            self.connect, self.vault, self.where.officer, self.clock, Device("pc-1", "PC")
        )

    def connect(self, server: str) -> FakeApi:
        self.servers.append(server)
        return self.api

    def sign_in(self, password: str | None = None, duty: Duty = Duty.OFFICE_HEAD) -> Opened:
        return self.service.sign_in(SERVER + "/", duty, " xen.khulna1 ", password or "right")


@pytest.fixture
def at(tmp_path: Path) -> Setup:
    return Setup(tmp_path)


def test_the_first_sign_in_asks_the_server_and_the_next_one_opens_at_once_without_it(at: Setup) -> None:
    first = at.sign_in()
    assert (first.online, first.key, first.officer, first.server) == (True, KEY, "xen.khulna1", SERVER)
    assert at.vault.refresh_token(SERVER, session_name("xen.khulna1", Duty.OFFICE_HEAD), KEY) == "refresh"
    at.api.fails = NoNetwork()
    second = at.sign_in()
    assert (second.online, second.key, second.folder, second.tokens) == (False, KEY, first.folder, None)
    assert at.api.asked == 1
    assert [one.officer for one in at.service.known()] == ["xen.khulna1"]


def test_nothing_secret_is_in_the_text_of_what_was_opened(at: Setup) -> None:
    opened = at.sign_in()
    assert "refresh" not in repr(opened.tokens).replace("refresh_expires_in", "")
    assert repr(KEY) not in repr(opened)


def test_an_unknown_officer_cannot_sign_in_without_the_network(at: Setup) -> None:
    at.api.fails = NoNetwork()
    with pytest.raises(NoNetwork):
        at.sign_in()


def test_a_wrong_password_is_named_by_the_server_when_it_answers_and_by_this_pc_when_it_does_not(
    at: Setup,
) -> None:
    at.sign_in()
    with pytest.raises(SignInRefused):
        at.sign_in("wrong")
    at.api.fails = NoNetwork()
    with pytest.raises(OfflinePasswordWrong):
        at.sign_in("wrong")


def test_a_password_changed_on_the_server_opens_the_same_store(at: Setup) -> None:
    at.sign_in()
    at.api.password = "changed"
    assert at.sign_in("changed").online
    at.api.fails = NoNetwork()
    assert at.sign_in("changed").key == KEY


def test_after_the_lease_only_the_server_opens_the_desk(at: Setup) -> None:
    at.sign_in()
    at.clock.at += 31 * DAY
    at.api.fails = NoNetwork()
    with pytest.raises(LeaseEnded):
        at.sign_in()
    at.api.fails = None
    assert at.sign_in().online


def test_another_duty_is_the_server_s_to_decide(at: Setup) -> None:
    at.sign_in()
    at.api.fails = SignInRefused(Problem(403, "wrong_duty"))
    with pytest.raises(SignInRefused) as caught:
        at.sign_in(duty=Duty.CIRCLE)
    assert caught.value.key == "wrong_duty"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("central.example", "https://central.example"),
        (" https://Central.Example:8443/ ", "https://central.example:8443"),
        ("https://central.example/api/", "https://central.example/api"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert normalised(typed) == kept


@pytest.mark.parametrize("typed", ["http://central.example", "http://10.0.0.5", "HTTP://127.0.0.1.example"])
def test_plain_http_is_for_this_machine_alone(at: Setup, typed: str) -> None:
    with pytest.raises(InsecureAddress):
        at.service.check_server(typed)
    assert at.servers == []


@pytest.mark.parametrize(
    "typed", ["", "https://", "ftp://x", "https://a b", "https://u:p@x", "https://x:99999"]
)
def test_what_is_no_address_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NotTheServer):
        normalised(typed)


def test_checking_a_server_tells_who_answers(at: Setup) -> None:
    assert at.service.check_server("central.example").name_bn == "কেন্দ্র"


def test_another_key_of_the_server_does_not_take_the_place_of_the_one_that_opens_the_stores(
    at: Setup,
) -> None:
    first = at.sign_in()
    open_outbox(first.folder, first.key, ballast_bytes=0).close()
    at.api.key, at.api.password = bytes(32), "changed"
    with pytest.raises(WrongKey):
        at.sign_in("changed")
    at.api.fails = NoNetwork()
    assert at.sign_in().key == KEY


def test_two_duties_of_one_officer_have_desks_of_their_own(at: Setup) -> None:
    head = at.sign_in()
    supervisor = at.sign_in(duty=Duty.FEEDER_SUPERVISOR)
    assert head.folder != supervisor.folder


def test_the_pc_is_known_by_the_same_id_even_when_its_file_is_lost(tmp_path: Path) -> None:
    made = device_id(tmp_path)
    assert device_id(tmp_path) == made
    service = Setup(tmp_path / "x")
    opened = service.sign_in()
    (opened.folder / "device.id").write_text(made, encoding="ascii")
    (service.where.data / "device.id").unlink(missing_ok=True)
    assert device_id(service.where.data) == made
