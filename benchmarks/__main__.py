"""``python -m benchmarks [NAME ...] [--json]``; with ``--json`` stdout holds one JSON object alone."""

from __future__ import annotations

import argparse
import json
import sys
import time
from typing import Any

import psutil

from benchmarks.registry import BENCHMARKS, BY_NAME_ALONE


def main() -> int:
    """Run what was asked for. 1 if a limit is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"of {', '.join(BENCHMARKS)}; all but {', '.join(BY_NAME_ALONE)} if none is given",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout, nothing else")
    given = parser.parse_args()
    unknown = set(given.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    found: dict[str, dict[str, Any]] = {}
    load: dict[str, list[float]] = {}
    for name in given.names or _unasked():
        begun, before = time.monotonic(), load_average()
        print(f"{name} …", file=sys.stderr, flush=True)
        found[name] = BENCHMARKS[name]().plain()
        load[name] = [before, load_average()]
        print(
            f"{name}: {time.monotonic() - begun:.0f} s, load average before and after {load[name]}",
            file=sys.stderr,
        )
    if given.json:
        print(json.dumps({"metrics": found, "load_average": load}, ensure_ascii=False))
    else:
        for name, metric in found.items():
            verdict = "ok" if metric["ok"] else f"MISSED (limit {metric['limit']})"
            rate = f"{metric['value']:,} {metric['unit']}"
            print(f"{name}: {rate}, {metric['ratio']} of {metric['against']}: {verdict}")
            for part, figure in metric.get("figures", {}).items():
                missed = "" if figure.get("ok", True) else f": MISSED {figure['limit']}"
                print(f"    {part}: {figure['value']:,} {figure['unit']}{missed}")
    return 0 if all(metric["ok"] for metric in found.values()) else 1


def _unasked() -> list[str]:
    """What runs if no name is given; what is left out is told."""
    for name, reason in BY_NAME_ALONE.items():
        print(f"{name}: left out unless it is named ({reason})", file=sys.stderr)
    return [name for name in BENCHMARKS if name not in BY_NAME_ALONE]


def load_average() -> float:
    """How many processes wanted to run in the last minute: far above 0, figures in seconds say little."""
    return round(psutil.getloadavg()[0], 2)


if __name__ == "__main__":
    sys.exit(main())
