"""The other end of `talk`, in the contender's process: as little as can be, since its memory is measured."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any


def answer(ways: dict[str, Callable[..., Any]]) -> None:
    """Answer questions until there are no more; for the process itself.

    Args:
        ways: A function for each ``ask``; what else the question holds are its arguments.
    """
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps({"answer": ways[question.pop("ask")](**question)}), flush=True)
