"""The next page of a snapshot, fetched and decoded in its own thread while the one before is stored.

A line and a disk that wait for each other are both half idle. A page fetched ahead is older than what the
feed brings in between, and a row that was removed meanwhile would come back with it: whoever stores a page of
the feed forgets it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from wzpdcl_desktop.cache.apply import search_entries
from wzpdcl_desktop.domain.feed import Page


class Ahead:
    """At most one page on its way. For one thread, besides its own."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None
        self._place: object = None
        self._future: Future[Page] | None = None

    def begin(self, place: object, fetch: Callable[[], Page]) -> None:
        """Fetch the page of a place; one that was on its way before is forgotten."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="wzpdcl-ahead")
        self.forget()
        self._place, self._future = place, self._pool.submit(_prepared, fetch)

    def take(self, place: object) -> Page | None:
        """The page of a place, waiting for it; None if another one or none is on its way.

        Raises:
            DeskError: Of fetching it. The next one is then fetched as if there had been none.
        """
        future, found = self._future, self._place == place
        self._place = self._future = None
        return future.result() if future is not None and found else None

    def forget(self) -> None:
        """What is on its way is not wanted any more."""
        if self._future is not None:
            self._future.cancel()
        self._place = self._future = None

    def close(self) -> None:
        """End the thread; a fetch under way is cut by closing the API."""
        self.forget()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def _prepared(fetch: Callable[[], Page]) -> Page:
    page = fetch()
    return replace(page, search_entries=search_entries(page.complaints))
