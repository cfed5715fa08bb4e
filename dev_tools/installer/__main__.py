"""`python3 dev.py installer [--smoke] [--json] [--pictures DIR]`."""

from __future__ import annotations

import argparse
import sys

from dev_tools.installer import build, machine
from dev_tools.installer.wine import Wine, screen, template
from dev_tools.installer.workspace import BuildError, say, workspace


def main(arguments: list[str]) -> int:
    """Build, and what else is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="installer", description=__doc__)
    parser.parse_args(arguments)
    work = workspace()
    try:
        machine.prepare(pictures=False)
        with screen() as display:
            wine = Wine(template(work, display), display)
            built = build.build(work, wine)
            wine.stop()
    except BuildError as error:
        say(str(error))
        return 1
    print(built.setup)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
