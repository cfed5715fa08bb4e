"""``python -m benchmarks [NAME ...] [--json]``; with ``--json`` stdout holds one JSON object alone."""

from __future__ import annotations

import argparse
import json
import sys

from benchmarks.registry import BENCHMARKS


def main() -> int:
    """Run what was asked for. 1 if a ratio is below its limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}; all if none is given"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout, nothing else")
    given = parser.parse_args()
    unknown = set(given.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    found = {}
    for name in given.names or BENCHMARKS:
        print(f"{name} …", file=sys.stderr, flush=True)
        found[name] = BENCHMARKS[name]().plain()
    if given.json:
        print(json.dumps({"metrics": found}, ensure_ascii=False))
    else:
        for name, metric in found.items():
            verdict = "ok" if metric["ok"] else f"MISSED {metric['limit']}"
            rate = f"{metric['value']:,} {metric['unit']}"
            print(f"{name}: {rate}, {metric['ratio']} of {metric['against']}: {verdict}")
    return 0 if all(metric["ok"] for metric in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
