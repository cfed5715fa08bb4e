"""One check, and the report of all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from wzpdcl_desktop.logs import places


@dataclass(frozen=True, slots=True)
class Check:
    """What was found out about one part.

    Attributes:
        needed: The program is of no use without it; otherwise one panel says that it cannot be shown.
        detail: What was seen; for a failure, what is wrong.
        remedy: What a person can do; empty where nothing is wrong.
    """

    name: str
    ok: bool
    needed: bool
    detail: str
    remedy: str = ""


class WrongError(Exception):
    """A part does not do what it should; the text says what is wrong, in the user's language."""


def check(name: str, work: Callable[[], str], remedy: str, *, needed: bool = True) -> Check:
    """Run one check. Whatever it raises is its failure, never the end of the others.

    Args:
        work: Returns what was seen.
        remedy: What helps if it fails.
    """
    try:
        return Check(name, True, needed, work())
    except WrongError as error:
        return Check(name, False, needed, str(error), remedy)
    except ImportError as error:
        return Check(name, False, needed, str(error), remedy)  # names a module or a library
    except Exception as error:
        return Check(name, False, needed, " ".join(places(error)[-2:]), remedy)


def all_needed(checks: Iterable[Check]) -> bool:
    """Whether the program can be used."""
    return all(one.ok for one in checks if one.needed)


def as_json(checks: Sequence[Check]) -> str:
    """The report for programs."""
    return json.dumps(
        {"ok": all_needed(checks), "checks": [asdict(one) for one in checks]}, ensure_ascii=False
    )


def from_lines(lines: Iterable[str]) -> list[Check]:
    """The checks that a process of its own printed, one JSON object a line; other lines are not ours."""
    found = []
    for line in lines:
        try:
            value: Any = json.loads(line)
            found.append(Check(**value))
        except (ValueError, TypeError):
            continue
    return found
