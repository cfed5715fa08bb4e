"""The answer to one exchange of each kind, cut after every single byte: each desk converges all the same."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import requests

from tests.faults.chances import Chances
from tests.faults.clock import World
from tests.faults.desk import Desk
from tests.faults.oracle import Ledger, judge
from tests.faults.play import a_folder
from tests.faults.server import OFFICE, Server, Template
from tests.faults.wire import response_of
from wzpdcl_desktop.cache import apply
from wzpdcl_desktop.domain.commands import Order
from wzpdcl_desktop.domain.people import Action, Duty

_OFFICER = "xen.khulna1"
_ACCESS_SECONDS = 16 * 60.0
_PATIENCE_SECONDS = 60.0
_BUCKET = "/v1/digest/"
_DAY_SECONDS = 86_400.0
#: The path of an exchange of each kind.
KINDS = {
    "sign-in": "/v1/auth/sign-in",
    "refresh": "/v1/auth/refresh",
    "scopes": "/v1/scopes",
    "me": "/v1/me",
    "snapshot": "/v1/snapshot",
    "changes": "/v1/changes",
    "command": "/v1/commands",
    "digest": "/v1/digest",
    "bucket": _BUCKET,
}


class CutDesk(Desk):
    """A desk whose line cuts the first answer of one kind after so many bytes."""

    cut_path = ""
    cut_at = 0
    length: int | None = None

    def begin_line(self) -> None:
        """Put the scissors in."""
        carry = self.line.carry

        def cutting(request: requests.PreparedRequest) -> requests.Response:
            answer = carry(request)
            if self.length is not None or not self.cut_path or self.cut_path not in (request.url or ""):
                return answer
            whole = answer.raw.read(decode_content=False)
            self.length = len(whole)
            return response_of(
                request, answer.status_code, list(answer.headers.items()), whole[: self.cut_at]
            )

        self.line.carry = cutting  # type: ignore[method-assign]


def run(kinds: list[str], most_bytes: int = 65_536) -> dict[str, Any]:
    """Cut each kind at every byte.

    Returns:
        By kind: bytes of the answer, exchanges played, and those that did not converge.
    """
    began = time.monotonic()
    found: dict[str, Any] = {}
    with a_folder() as folder:
        loop = asyncio.new_event_loop()
        template = Template(folder)
        for kind in kinds:
            length, at = 1, 0
            wrong: list[int | str] = []
            while at < min(length, most_bytes):
                whole, well = _one(folder / f"{kind}-{at}", template, loop, KINDS[kind], at)
                if whole is None:
                    wrong.append("never asked")
                    break
                length = whole
                if not well:
                    wrong.append(at)
                at += 1
            found[kind] = {"bytes": length, "played": at, "wrong": wrong}
        loop.close()
    return {
        "kinds": found,
        "wrong": sum(len(one["wrong"]) for one in found.values()),
        "seconds": round(time.monotonic() - began, 1),
    }


def _one(
    folder: Path, template: Template, loop: asyncio.AbstractEventLoop, path: str, at: int
) -> tuple[int | None, bool]:
    """Bytes of the answer that was cut, and whether all was well within a minute."""
    world = World()
    chances = Chances(1, calm=True)
    ledger = Ledger()
    server = Server(template.copy(folder / "server"), world, loop)
    desk = CutDesk(folder / "desk", _OFFICER, Duty.OFFICE_HEAD, server, chances, ledger)
    try:
        desk.begin_line()
        if path == _BUCKET:
            _until_equal(desk, server)
            while not all(state.completed_at for state in desk.writer.scopes()):
                desk.pull()
            _lose_a_row(desk, server.complaints(OFFICE)[0])
            world.seconds += _DAY_SECONDS
        elif path not in ("/v1/auth/sign-in", "/v1/me", "/v1/snapshot", "/v1/digest"):
            _until_equal(desk, server)
            if path == "/v1/auth/refresh":
                world.seconds += _ACCESS_SECONDS
            server.customer_writes(server.complaints(OFFICE)[0])
            number = server.complaints(OFFICE)[-1]
            desk.service.act(number, Order(Action.MESSAGE, ledger.token(_OFFICER)))
            ledger.adopt(_OFFICER, desk.outbox.items())
            world.seconds += 16.0
        desk.cut_path, desk.cut_at = path, at
        desk.poke()
        well = _until_equal(desk, server)
        if path == _BUCKET:
            ledger.mended = 0  # that is what was asked for
        verdict = judge(ledger, [desk], server, converged=well)
        return desk.length, verdict.clean
    finally:
        desk.close()
        server.close()


def _lose_a_row(desk: Desk, number: int) -> None:
    """What must not happen, and what the daily comparison is for."""
    desk.cache.transaction(lambda connection: apply.forget_complaints(connection, [number]))


def _until_equal(desk: Desk, server: Server) -> bool:
    world = server.world
    until = world.seconds + _PATIENCE_SECONDS
    while world.seconds < until:
        times = [when for when in (desk.next_pull, desk.next_push) if when is not None]
        world.seconds = max(world.seconds, min(times, default=until))
        if desk.next_push is not None and desk.next_push <= world.seconds:
            desk.push()
        if desk.next_pull is not None and desk.next_pull <= world.seconds:
            desk.pull()
        if desk.settled() and desk.rows() == server.rows_of(desk.officer, True):
            return True
    return False
