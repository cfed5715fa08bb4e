"""How fast pages of the feed become rows of the encrypted cache: bytes in, committed rows out."""

from __future__ import annotations

import gc
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import feed_sample
from benchmarks.measure import Metric, Step, rate_metric, side_by_side
from benchmarks.raw_cache import RawCache, Ready, ready
from wzpdcl_desktop.api.pages import decode_page
from wzpdcl_desktop.cache.store import open_cache
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.sync.ahead import Ahead

_SCOPE = "office:khulna-1"
_AGAINST = "raw sqlcipher3 executemany, same tables, indexes and search index, tuples made beforehand"
_LIMIT = 0.85
_PAGE = 2_000
_HANDFUL = 10
_ROWS, _OPEN_EVERY = 100_000, 20
_DELTA = 20_000

Pages = list[tuple[Stage, bytes, int]]


def apply_snapshot() -> Metric:
    """A first load of 100,000 rows, 5 % of them open, with everything that is built after the bulk."""
    pages = snapshot_pages()
    key = os.urandom(32)
    runs = []
    for _ in range(5):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(_one_snapshot(Path(folder), key, pages))
    return rate_metric(_ROWS, runs, _AGAINST, _LIMIT)


def apply_delta() -> Metric:
    """A delta of 20,000 rows in pages of 2,000 on 100,000 rows: half new, half worked on."""
    key = os.urandom(32)
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        store = open_cache(base, key)
        writer = CacheWriter(store)
        for step in _load(writer, snapshot_pages()):
            step()
        store.close()
        for number in range(5):
            place = Path(folder) / f"run{number}"
            runs.append(_one_delta(place, key, base, seed=number))
            shutil.rmtree(place)
    return rate_metric(_DELTA, runs, _AGAINST, _LIMIT)


def _one_snapshot(folder: Path, key: bytes, pages: Pages) -> tuple[float, float]:
    """A whole load each, to and fro in handfuls of pages.

    The program decodes a page ahead within a handful, never across two, so that its
    thread does not work in the other's time.
    """
    tuples = [ready(decode_page(body).complaints) for _, body, _ in pages]
    every_body = [body for page in tuples for body in page.bodies]
    store = open_cache(folder / "real", key)
    raw = RawCache(folder / "raw", key)
    # The yardstick's 200,000 tuples exist only here: the program's garbage collector must not walk them.
    gc.collect()
    gc.freeze()
    real = list(_load(CacheWriter(store), pages))

    def run(steps: list[Step]) -> None:
        for step in steps:
            step()

    def insert(part: list[Ready]) -> None:
        for page in part:
            raw.insert(page)

    def steps() -> Iterator[tuple[Step, Step]]:
        yield real[0], lambda: None
        for begin in range(0, len(pages), _HANDFUL):
            end = begin + _HANDFUL
            yield partial(run, real[1:-1][begin:end]), partial(insert, tuples[begin:end])
        yield real[-1], lambda: raw.finish(every_body)

    spent = side_by_side(steps())
    gc.unfreeze()
    store.close()
    raw.close()
    return spent


def _one_delta(folder: Path, key: bytes, base: Path, seed: int) -> tuple[float, float]:
    known = random.Random(seed).sample(range(1, _ROWS + 1), _DELTA // 2)
    mixed = []
    for number, old in enumerate(known):
        mixed.append(feed_sample.resolved_later(feed_sample.row(old, is_open=_is_open(old))))
        mixed.append(feed_sample.row(_ROWS + 1 + number, is_open=True))
    pages = [body for body, _ in feed_sample.pages(mixed, _PAGE, snapshot=False)]
    shutil.copytree(base, folder / "real")
    store = open_cache(folder / "real", key)
    writer = CacheWriter(store)
    raw = RawCache(folder / "raw", key, base)

    def steps() -> Iterator[tuple[Step, Step]]:
        for body in pages:
            page = ready(decode_page(body).complaints)
            fresh = [entry for entry in page.bodies if int(str(entry[0])) > _ROWS]
            yield (
                lambda body=body: writer.apply_changes_page(_SCOPE, decode_page(body)),  # type: ignore[misc]
                lambda page=page, fresh=fresh: raw.change(page, [], fresh),  # type: ignore[misc]
            )

    spent = side_by_side(steps())
    store.close()
    raw.close()
    return spent


def snapshot_pages() -> Pages:
    """100,000 complaints as the snapshot serves them: stage, bytes of a page, rows in it."""
    found: Pages = []
    for stage in (Stage.OPEN, Stage.HISTORY):
        wanted = stage is Stage.OPEN
        rows = (
            feed_sample.row(number, is_open=wanted)
            for number in range(1, _ROWS + 1)
            if _is_open(number) == wanted
        )
        found += [(stage, body, count) for body, count in feed_sample.pages(rows, _PAGE, snapshot=True)]
    return found


def _is_open(number: int) -> bool:
    return number % _OPEN_EVERY == 0


def _load(writer: CacheWriter, pages: Pages) -> Iterator[Step]:
    """The steps of a first load as the program does it: its beginning, each page, its end."""
    ahead = Ahead()
    yield lambda: writer.begin_snapshot(_SCOPE, Stage.OPEN)
    at = Stage.OPEN
    for number, (stage, body, _) in enumerate(pages):
        last = (number + 1) % _HANDFUL == 0 or number + 1 == len(pages)
        following = None if last else pages[number + 1][1]

        def one(
            number: int = number,
            stage: Stage = stage,
            body: bytes = body,
            following: bytes | None = following,
            next_stage: bool = stage is not at,
        ) -> None:
            if next_stage:
                writer.finish_stage(_SCOPE, Stage.OPEN, stage)
            page = ahead.take(number) or decode_page(body)
            if following is not None:
                ahead.begin(number + 1, partial(decode_page, following))
            writer.apply_snapshot_page(_SCOPE, stage, page)

        at = stage
        yield one
    yield lambda: writer.finish_snapshot(_SCOPE)
    ahead.close()
