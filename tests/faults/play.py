"""Playing many schedules, over several processes."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.mutants import switched_on
from tests.faults.schedule import Result, Schedule
from tests.faults.server import Template

#: In memory where there is such a place: ten thousand schedules write a hundred gigabytes.
_FAST = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there

#: A seed, and the mutant to play it with.
Job = tuple[int, str | None]
#: Plays jobs; what comes of each, in no order.
Players = Callable[[Iterable[Job]], Iterator[tuple[str | None, Result]]]


class Player:
    """Plays schedules in this process, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loop = asyncio.new_event_loop()
        self._template = Template(folder)

    def play(self, seed: int, mutant: str | None = None) -> Result:
        """One schedule, with the real program or a mutant of it."""
        with switched_on(mutant):
            return Schedule(seed, self._folder, self._template, self._loop).run()

    def close(self) -> None:
        """No more."""
        self._loop.close()


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder for stores, gone afterwards."""
    where = _FAST if _FAST.is_dir() and os.access(_FAST, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="faults-", dir=where))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def players(workers: int) -> Iterator[Players]:
    """Processes that play schedules."""
    # The order of sets of texts must be the same in every process, or a seed would not replay.
    os.environ["PYTHONHASHSEED"] = "0"
    context = multiprocessing.get_context("spawn")
    with a_folder() as folder, context.Pool(workers, _begin, (str(folder),)) as pool:
        yield lambda jobs: pool.imap_unordered(_play, jobs, chunksize=4)


_PLAYERS: list[Player] = []


def _begin(folder: str) -> None:
    quiet()
    own = Path(folder) / str(os.getpid())
    own.mkdir()
    _PLAYERS.append(Player(own))


def _play(job: Job) -> tuple[str | None, Result]:
    seed, mutant = job
    return mutant, _PLAYERS[0].play(seed, mutant)


def quiet() -> None:
    """The program's own log lines about what we do to it are not wanted; nor are SQLCipher's."""
    logging.disable(logging.CRITICAL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
