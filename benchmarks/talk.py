"""Contenders as processes of their own, led step by step: one line of JSON to them, one line back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import psutil


@dataclass(frozen=True)
class Memory:
    """Of a process, in MB.

    Attributes:
        own: What it shares with others counts for its share of it (PSS; where that is not known, USS).
        resident: All of it (RSS).
    """

    own: float
    resident: float


class Child:
    """A benchmark's process. Between two questions it rests, so that two contenders can go by turns.

    Args:
        module: Run with ``python -m``; it answers by `answering.answer`.
        arguments: Of its command line.
    """

    def __init__(self, module: str, *arguments: object) -> None:
        # An installed program has its bytecode; a developer's environment may forbid to keep it.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
        )

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, **question: Any) -> Any:
        """Put a question and wait for its answer.

        Raises:
            RuntimeError: The process ended instead.
        """
        self.begin(**question)
        return self.end()

    def begin(self, **question: Any) -> None:
        """Put a question; `end` brings the answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()

    def end(self) -> Any:
        """The answer to the question that was put."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            return json.loads(line)["answer"]
        raise RuntimeError(f"{self._module} ended with code {self._process.wait()}")

    def memory(self) -> Memory:
        """What the process holds now."""
        info = psutil.Process(self._process.pid).memory_full_info()
        own: int = getattr(info, "pss", 0) or info.uss
        return Memory(own / 2**20, info.rss / 2**20)
