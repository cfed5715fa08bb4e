"""The next pages of a snapshot, fetched and decoded in their own threads while the one before is stored.

A line and a disk that wait for each other are both half idle; so is a line on which one question waits for
the answer to another. A page fetched ahead is older than what the feed brings in between, and a row that was
removed meanwhile would come back with it: whoever stores a page of the feed forgets all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace

from wzpdcl_desktop.cache.apply import search_entries
from wzpdcl_desktop.domain.errors import SessionEnded, SignInRefused
from wzpdcl_desktop.domain.feed import Page

#: More would share the line without making it faster.
_MOST = 3


class Ahead:
    """A few pages on their way. For one thread, besides its own.

    Args:
        pool: Fetches them; own threads if None.
    """

    def __init__(self, pool: Executor | None = None) -> None:
        self._pool = pool
        self._pages: dict[object, Future[Page]] = {}

    def begin(self, place: object, fetch: Callable[[], Page]) -> None:
        """Fetch the page of a place, if it is not on its way yet; of too many the oldest is forgotten."""
        if place in self._pages:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(_MOST, thread_name_prefix="wzpdcl-ahead")
        if len(self._pages) == _MOST:
            self._pages.pop(next(iter(self._pages))).cancel()
        self._pages[place] = self._pool.submit(_prepared, fetch)

    def take(self, place: object) -> Page | None:
        """The page of a place, waiting for it; None if it is not on its way.

        None, too, where the session did not let it through: it may be one that has ended since, and what it
        was told must not end the next one. Whoever asks again hears it if it is still so.

        Raises:
            DeskError: Of fetching it. All are forgotten: the next ones are fetched as if there had been none.
        """
        future = self._pages.pop(place, None)
        if future is None:
            return None
        try:
            return future.result()
        except (SessionEnded, SignInRefused):
            self.forget()
            return None
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """What is on its way is not wanted any more."""
        for future in self._pages.values():
            future.cancel()
        self._pages.clear()

    def close(self) -> None:
        """End the thread; a fetch under way is cut by closing the API."""
        self.forget()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def _prepared(fetch: Callable[[], Page]) -> Page:
    page = fetch()
    return replace(page, search_entries=search_entries(page.complaints))
