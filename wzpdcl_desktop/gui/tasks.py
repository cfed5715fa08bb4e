"""Work off the GUI thread: one serial executor for the encrypted stores, a small pool for the network."""

from __future__ import annotations

import itertools
import logging
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from wzpdcl_desktop.domain.errors import DeskError

log = logging.getLogger("wzpdcl.gui")

T = TypeVar("T")


@dataclass(slots=True)
class _Job:
    """One piece of work and whom its answer is for."""

    number: int
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    owner: weakref.ref[QObject] | None
    line: tuple[int, str] | None
    result: Any = None
    error: Exception | None = None
    skipped: bool = False


class TaskRunner(QObject):
    """Runs functions in threads and hands their answers to the GUI thread.

    Known errors (``DeskError``) go to ``failed``. Any other exception is a bug: it goes to the signal
    ``bug``, and to ``failed`` as well, so that a waiting panel does not wait for ever.

    Attributes:
        bug: An exception that nobody expects, from the work or from the function that took its answer.
        settled: Nothing is queued or running any more.
    """

    bug = Signal(object)
    settled = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serial = ThreadPoolExecutor(1, thread_name_prefix="wzpdcl-cache")
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="wzpdcl-network")
        self._numbers = itertools.count(1)
        self._latest: dict[tuple[int, str], int] = {}
        self._open: set[int] = set()
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cache(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject | None = None,
        key: str = "",
    ) -> None:
        """Run ``fn`` in the one cache thread, in the order asked; then ``done(result)`` in the GUI thread.

        Args:
            fn: The work. It touches no widget.
            done: Takes the result.
            failed: Takes the error. Without it a known error counts as a bug.
            owner: The answer is dropped once this object is destroyed.
            key: Names a question of the owner's: a newer question under the same key makes older ones void,
                and those that did not begin are never run. Do not give a key to work that changes something.
        """
        self._submit(self._serial, fn, done, failed, owner, key)

    def network(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject | None = None,
        key: str = "",
    ) -> None:
        """Like `cache`, in a pool of four threads: for work that may wait long."""
        self._submit(self._pool, fn, done, failed, owner, key)

    def idle(self) -> bool:
        """Whether nothing is queued or running."""
        return not self._open

    def close(self, wait: bool = True) -> None:
        """Take no more work and deliver no more answers. What runs is finished first if ``wait``."""
        self._closed = True
        self._serial.shutdown(wait=wait, cancel_futures=not wait)
        self._pool.shutdown(wait=wait, cancel_futures=True)
        self._open.clear()

    def _submit(
        self,
        executor: ThreadPoolExecutor,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        owner: QObject | None,
        key: str,
    ) -> None:
        if self._closed:
            return
        number = next(self._numbers)
        line = (id(owner), key) if key else None
        if line is not None:
            self._latest[line] = number
        reference = weakref.ref(owner) if owner is not None else None
        job = _Job(number, fn, done, failed, reference, line)
        self._open.add(number)
        future: Future[None] = executor.submit(self._run, job)
        # The future's own exception would go unseen; _run leaves none but those of the interpreter's end.
        del future

    def _is_late(self, job: _Job) -> bool:
        return job.line is not None and self._latest.get(job.line) != job.number

    def _run(self, job: _Job) -> None:
        if self._is_late(job):
            job.skipped = True
        else:
            try:
                job.result = job.work()
            except Exception as error:
                job.error = error
        if shiboken6.isValid(self):
            self._finished.emit(job)

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        if self._closed:
            return
        self._open.discard(job.number)
        try:
            if not job.skipped and not self._is_late(job):
                if job.line is not None:
                    del self._latest[job.line]
                self._hand_over(job)
        finally:
            if not self._open:
                self.settled.emit()

    def _hand_over(self, job: _Job) -> None:
        expected = isinstance(job.error, DeskError) and job.failed is not None
        if job.error is not None and not expected:
            self._report(job.error)
        if job.owner is not None:
            owner = job.owner()
            if owner is None or not shiboken6.isValid(owner):
                return
        try:
            if job.error is None:
                job.done(job.result)
            elif job.failed is not None:
                job.failed(job.error)
        except Exception as error:
            self._report(error)

    def _report(self, error: Exception) -> None:
        log.error("unexpected error in the background", exc_info=error)
        self.bug.emit(error)
