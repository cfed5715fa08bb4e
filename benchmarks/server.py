"""What the central server's polls cost when its PostgreSQL holds 5,000,000 complaints."""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from benchmarks.central import OFFICE, bearer
from benchmarks.measure import Figure, Metric
from benchmarks.server_data import fill, touch
from tests.support.postgres import find_binaries, running_cluster

_MANY, _FEW = 5_000_000, 50_000
_CHANGED = 100
_EMPTY_PAIRS, _DELTA_PAIRS, _WARM = 1_000, 400, 50
_ROUNDS, _CONNECTIONS, _EACH = 15, 4, 100
_GROWTH, _OF_BARE = 1.3, 0.7
_AGAINST = "a bare FastAPI route: the same authentication and one SELECT by primary key"
#: For the load: a table filled in the transaction that emptied it then needs no write-ahead log.
_SETTINGS = ("wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB", "autovacuum=off")


def server() -> Metric:
    """Empty polls a second beside the bare route's; the figures: polls beside those of a hundredth as many.

    Raises:
        RuntimeError: PostgreSQL is not installed, or an answer was not what was asked for.
    """
    return measure(_MANY, _FEW)


def measure(many: int, few: int) -> Metric:
    """The same with other numbers of complaints."""
    binaries = find_binaries()
    if binaries is None:
        raise RuntimeError("PostgreSQL is not installed; python3 dev.py test installs it")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wzpdcl-bench-")))
        cluster = stack.enter_context(running_cluster(binaries, *_SETTINGS))
        begun = time.monotonic()
        databases = [cluster.new_database(), cluster.new_database()]
        for database, complaints in zip(databases, (many, few), strict=True):
            fill(database, folder / f"blobs{complaints}", complaints)
        os.sync()
        filled = time.monotonic() - begun
        desks = []
        for database in databases:
            serve = ("serve", "--database", database, "--blobs", str(folder), "--exit-with-parent")
            desks.append(_Desk(stack.enter_context(_process(folder / "log", "central_api", *serve))))
            desks[-1].change(database)
        bare = stack.enter_context(_process(folder / "log", "benchmarks.server_bare", databases[0]))
        empty = _by_turns([desk.empty for desk in desks], _EMPTY_PAIRS)
        delta = _by_turns([desk.delta for desk in desks], _DELTA_PAIRS)
        version = _Request(bare, "/version/1", desks[0].token, b'{"version":')
        rates = _rates([desks[0].empty, version])
    runs = [poll / yardstick for poll, yardstick in rates]
    return Metric(
        statistics.median(poll for poll, _ in rates),
        "empty polls/s",
        statistics.median(runs),
        _AGAINST,
        _OF_BARE,
        runs,
        figures={
            "bare": Figure(statistics.median(yardstick for _, yardstick in rates), "/s"),
            "empty_ms": Figure(empty[0] * 1000, "ms"),
            "empty_to_fewer_complaints": Figure(empty[0] / empty[1], "", _GROWTH),
            "delta_ms": Figure(delta[0] * 1000, "ms"),
            "delta_to_fewer_complaints": Figure(delta[0] / delta[1], "", _GROWTH),
            "filled_s": Figure(filled, "s"),
        },
    )


class _Request:
    """A GET that is made again and again, and what its answer must hold."""

    def __init__(self, url: str, path: str, token: dict[str, str], wanted: bytes) -> None:
        self._where = urlsplit(url)
        self._path = path
        self._token = token
        self._wanted = wanted

    def connect(self) -> http.client.HTTPConnection:
        """A connection of its own."""
        return http.client.HTTPConnection(self._where.hostname or "", self._where.port, timeout=60)

    def over(self, connection: http.client.HTTPConnection) -> bytes:
        """Ask once.

        Raises:
            RuntimeError: Another answer than wanted.
        """
        # Not compressed: that costs the same however many complaints there are, and would hide a difference.
        connection.request("GET", self._path, headers=self._token)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200 or self._wanted not in body:
            raise RuntimeError(f"{answer.status} and {len(body)} bytes without {self._wanted!r}")
        return body


class _Desk:
    """The polls of an office's head at one server."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.token = bearer(url)
        self.empty = self.delta = self._poll(self._cursor(), 0)

    def change(self, database: str) -> None:
        """Let complaints change: `delta` then asks for them, `empty` for what came after."""
        cursor = self._cursor()
        touch(database, OFFICE, _CHANGED)
        self.delta = self._poll(cursor, _CHANGED)
        self.empty = self._poll(self._cursor(), 0)

    def _cursor(self) -> str:
        query = {"scope": f"office:{OFFICE}", "stage": "own_open", "limit": 50}
        request = _Request(self._url, f"/v1/snapshot?{urlencode(query)}", self.token, b'"as_of"')
        with closing(request.connect()) as connection:
            body = request.over(connection)
        found: str = json.loads(body.splitlines()[-1])["end"]["as_of"]
        return found

    def _poll(self, cursor: str, count: int) -> _Request:
        query = {"scope": f"office:{OFFICE}", "cursor": cursor, "limit": 500}
        wanted = f'"count":{count},'.encode()
        return _Request(self._url, f"/v1/changes?{urlencode(query)}", self.token, wanted)


@contextmanager
def _process(log: Path, module: str, *arguments: str) -> Iterator[str]:
    """A server's process until its stdin closes; its address."""
    with log.open("ab") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=lines,
        )
    with process:
        assert process.stdout is not None
        try:
            told = process.stdout.readline()
            if not told:
                raise RuntimeError(f"{module} ended with code {process.wait()}")
            yield json.loads(told)["url"]
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


def _by_turns(requests: Sequence[_Request], times: int) -> list[float]:
    """The median seconds of each request: asked in turn, one at a time, so that all meet the same noise."""
    with ExitStack() as stack:
        connections = [stack.enter_context(closing(request.connect())) for request in requests]
        spent: list[list[float]] = [[] for _ in requests]
        for number in range(_WARM + times):
            order = range(len(requests)) if number % 2 == 0 else reversed(range(len(requests)))
            for side in order:
                begun = time.perf_counter()
                requests[side].over(connections[side])
                if number >= _WARM:
                    spent[side].append(time.perf_counter() - begun)
    return [statistics.median(seconds) for seconds in spent]


def _rates(requests: Sequence[_Request]) -> list[tuple[float, float]]:
    """How many a second of either request, several at a time, round by round."""
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(_CONNECTIONS))
        lines = [
            [stack.enter_context(closing(request.connect())) for _ in range(_CONNECTIONS)]
            for request in requests
        ]

        def rate(side: int) -> float:
            def ask(connection: http.client.HTTPConnection) -> None:
                for _ in range(_EACH):
                    requests[side].over(connection)

            begun = time.perf_counter()
            list(pool.map(ask, lines[side]))
            return _CONNECTIONS * _EACH / (time.perf_counter() - begun)

        found = []
        for number in range(1 + _ROUNDS):
            if number % 2 == 0:
                one, other = rate(0), rate(1)
            else:
                other, one = rate(1), rate(0)
            found.append((one, other))
    return found[1:]
