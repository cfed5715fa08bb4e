"""A package is believed for the company's signature alone; fetched in parts, checked, and checked again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.packages import SETUP, Publisher
from wzpdcl_desktop import assets
from wzpdcl_desktop.domain.errors import Problem, ServerDown, ServerSaid, UpdateRefused
from wzpdcl_desktop.domain.updates import newer
from wzpdcl_desktop.services.updates.packages import ENVELOPE
from wzpdcl_desktop.services.updates.service import Offer, UpdateService
from wzpdcl_desktop.services.updates.trust import Trust, keys_in


@dataclass
class Served:
    """A part of a file."""

    start: int
    chunks: Iterator[bytes]


@dataclass
class Server:
    """A server that offers a package and may be cut, lie or have changed its mind."""

    envelope: bytes | None
    content: bytes = SETUP
    cut_after: int | None = None
    ignores_ranges: bool = False
    gone: bool = False
    asked: list[int] = field(default_factory=list)

    def update_manifest(self) -> bytes | None:
        return self.envelope

    def update_package(self, sha256: str, offset: int = 0) -> Served:
        self.asked.append(offset)
        if self.gone:
            raise ServerSaid(Problem(404, "not_found"))
        start = 0 if self.ignores_ranges else offset
        return Served(start, self._chunks(start))

    def _chunks(self, start: int) -> Iterator[bytes]:
        sent = 0
        for place in range(start, len(self.content), 65_536):
            if self.cut_after is not None and sent >= self.cut_after:
                raise ServerDown("cut")
            piece = self.content[place : place + 65_536]
            sent += len(piece)
            yield piece


class Installed:
    """An installer that only remembers."""

    available = True

    def __init__(self) -> None:
        self.started: list[bytes] = []

    def start(self, package: Path) -> None:
        self.started.append(package.read_bytes())


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "company")


@pytest.fixture
def installed() -> Installed:
    return Installed()


@pytest.fixture
def make(tmp_path: Path, publisher: Publisher, installed: Installed) -> Callable[..., UpdateService]:
    def made(version: str = "0.1.0", keys: list[bytes] | None = None) -> UpdateService:
        trusted = [publisher.key] if keys is None else keys
        trust = Trust(lambda: trusted, version)
        return UpdateService(tmp_path / "updates", trust, version, installed, lambda: [tmp_path / "stick"])

    return made


def quiet(_done: int, _total: int) -> None:
    return None


def going_on() -> bool:
    return False


def offered(service: UpdateService, server: Server) -> Offer:
    offer = service.look(server)
    assert offer is not None
    return offer


def test_from_the_offer_to_the_installer(
    make: Callable[..., UpdateService], publisher: Publisher, installed: Installed
) -> None:
    service, server = make(), Server(publisher.envelope("0.2.0"))
    offer = offered(service, server)
    assert (offer.update.version, offer.urgent, offer.update.notes_bn) == ("0.2.0", False, "খবর")
    seen: list[tuple[int, int]] = []
    assert service.fetch(server, offer, lambda done, total: seen.append((done, total)), going_on)
    assert seen[-1] == (len(SETUP), len(SETUP))
    ready = make().ready()
    assert ready is not None
    assert ready.version == "0.2.0"
    service.install()
    assert installed.started == [SETUP]


def test_nothing_newer_is_no_offer(make: Callable[..., UpdateService], publisher: Publisher) -> None:
    assert make().look(Server(None)) is None
    for version in ("0.1.0", "0.1", "0.0.9"):
        assert make().look(Server(publisher.envelope(version, "0.0.1"))) is None


def test_below_the_least_version_it_is_urgent(
    make: Callable[..., UpdateService], publisher: Publisher
) -> None:
    assert offered(make("0.1.0"), Server(publisher.envelope("0.3.0", "0.2.0"))).urgent
    assert not offered(make("0.2.0"), Server(publisher.envelope("0.3.0", "0.2.0"))).urgent


def test_a_cut_line_goes_on_where_it_was(make: Callable[..., UpdateService], publisher: Publisher) -> None:
    service, server = make(), Server(publisher.envelope("0.2.0"), cut_after=200_000)
    offer = offered(service, server)
    for _ in range(2):
        with pytest.raises(ServerDown):
            service.fetch(server, offer, quiet, going_on)
    server.cut_after = None
    assert service.fetch(server, offer, quiet, going_on)
    assert server.asked[0] == 0
    assert 0 < server.asked[1] < server.asked[2] < len(SETUP)


def test_without_ranges_it_begins_anew(make: Callable[..., UpdateService], publisher: Publisher) -> None:
    service, server = make(), Server(publisher.envelope("0.2.0"), cut_after=200_000)
    offer = offered(service, server)
    with pytest.raises(ServerDown):
        service.fetch(server, offer, quiet, going_on)
    server.cut_after, server.ignores_ranges = None, True
    assert service.fetch(server, offer, quiet, going_on)
    assert service.ready() is not None


def test_cancelled_it_keeps_what_has_come(make: Callable[..., UpdateService], publisher: Publisher) -> None:
    service, server = make(), Server(publisher.envelope("0.2.0"))
    offer = offered(service, server)
    pieces = iter([False, False, True])
    assert service.fetch(server, offer, quiet, lambda: next(pieces)) is None
    assert service.ready() is None
    assert service.fetch(server, offer, quiet, going_on)
    assert server.asked == [0, 131_072]


def test_another_content_is_refused_and_deleted(
    make: Callable[..., UpdateService], publisher: Publisher, tmp_path: Path
) -> None:
    service = make()
    for content in (SETUP[:-1] + b"x", SETUP + b"more"):
        server = Server(publisher.envelope("0.2.0"), content)
        with pytest.raises(UpdateRefused, match="update_tampered"):
            service.fetch(server, offered(service, server), quiet, going_on)
        assert not list((tmp_path / "updates").iterdir())


def test_a_package_that_is_gone_says_so(make: Callable[..., UpdateService], publisher: Publisher) -> None:
    service, server = make(), Server(publisher.envelope("0.2.0"), gone=True)
    with pytest.raises(UpdateRefused, match="update_gone"):
        service.fetch(server, offered(service, server), quiet, going_on)


def test_another_signer_another_text_and_no_key_are_refused(
    make: Callable[..., UpdateService], publisher: Publisher, tmp_path: Path
) -> None:
    stranger = Publisher(tmp_path / "stranger")
    good = json.loads(publisher.envelope("0.2.0"))
    changed = {**good, "manifest": good["manifest"].replace('"0.2.0"', '"0.9.0"')}
    for envelope in (stranger.envelope("0.2.0"), json.dumps(changed).encode()):
        with pytest.raises(UpdateRefused, match="update_signer"):
            make().look(Server(envelope))
    with pytest.raises(UpdateRefused, match="update_no_keys"):
        make(keys=[]).look(Server(publisher.envelope("0.2.0")))
    unsigned = [json.dumps({**good, "signature": said}).encode() for said in ("?", "স্বাক্ষর")]
    for rubbish in (b"", b"[]", b'{"manifest": 1}', b"\xff", *unsigned):
        with pytest.raises(UpdateRefused, match="update_unreadable"):
            make().look(Server(rubbish))


def test_two_keys_while_one_takes_over(
    make: Callable[..., UpdateService], publisher: Publisher, tmp_path: Path
) -> None:
    following = Publisher(tmp_path / "following")
    service = make(keys=[publisher.key, following.key])
    assert service.look(Server(following.envelope("0.2.0")))
    assert service.look(Server(publisher.envelope("0.2.0")))


def test_from_a_stick_with_the_same_checks(
    make: Callable[..., UpdateService], publisher: Publisher, installed: Installed, tmp_path: Path
) -> None:
    service = make()
    assert service.on_sticks() == []
    (tmp_path / "stick").mkdir()
    publisher.signed("0.2.0").rename(tmp_path / "stick" / "WZPDCL")
    [folder] = service.on_sticks()
    assert service.take(folder, quiet, going_on)
    service.install()
    assert installed.started == [SETUP]


@pytest.mark.parametrize(
    ("version", "spoil", "code"),
    [
        ("0.1.0", "", "update_old"),
        ("0.0.9", "", "update_old"),
        ("0.2.0", "installer", "update_tampered"),
        ("0.2.0", "no installer", "update_missing"),
        ("0.2.0", "no manifest", "update_missing"),
        ("0.2.0", "signature", "update_signer"),
    ],
)
def test_a_stick_of_no_use_is_refused(
    make: Callable[..., UpdateService], publisher: Publisher, version: str, spoil: str, code: str
) -> None:
    folder = publisher.signed(version, "0.0.1")
    setup = next(folder.glob("*.exe"))
    if spoil == "installer":
        setup.write_bytes(b"other")
    elif spoil == "no installer":
        setup.unlink()
    elif spoil == "no manifest":
        (folder / ENVELOPE).unlink()
    elif spoil == "signature":
        text = (folder / ENVELOPE).read_text(encoding="utf-8")
        (folder / ENVELOPE).write_text(text.replace("0.2.0", "0.2.1"), encoding="utf-8")
    with pytest.raises(UpdateRefused, match=code):
        make().take(folder, quiet, going_on)
    assert make().ready() is None


def test_what_was_changed_after_fetching_is_not_installed(
    make: Callable[..., UpdateService], publisher: Publisher, installed: Installed, tmp_path: Path
) -> None:
    service = make()
    service.take(publisher.signed("0.2.0"), quiet, going_on)
    next((tmp_path / "updates").glob("*.exe")).write_bytes(SETUP[:-1] + b"x")
    with pytest.raises(UpdateRefused, match="update_tampered"):
        service.install()
    assert installed.started == []


def test_once_installed_it_is_cleared_away(
    make: Callable[..., UpdateService], publisher: Publisher, tmp_path: Path
) -> None:
    make("0.1.0").take(publisher.signed("0.2.0"), quiet, going_on)
    assert make("0.2.0").ready() is None
    assert not list((tmp_path / "updates").iterdir())


def test_the_shipped_file_of_keys_can_be_read(publisher: Publisher, tmp_path: Path) -> None:
    assert all(len(key) == 32 for key in keys_in(assets.update_keys_file()))
    assert keys_in(publisher.keys_file) == [publisher.key]
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("abcd\n", encoding="utf-8")
    with pytest.raises(ValueError, match="64"):
        keys_in(wrong)


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [("0.10", "0.9.9", True), ("1.0", "1.0.0", False), ("1.0.1", "1.0", True), ("0.2.0", "0.2.0", False)],
)
def test_versions_are_numbers(one: str, other: str, after: bool) -> None:
    assert newer(one, other) is after
