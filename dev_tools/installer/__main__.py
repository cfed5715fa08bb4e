"""`python3 dev.py installer [--smoke] [--json] [--pictures DIR]`.

Exit code 0: made, and shown to hold; 1: not; 3: this machine cannot be made ready for it (no Wine, no right
to install it), nothing was tried.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dev_tools.installer import build, machine, pictures, smoke
from dev_tools.installer.prefix import template
from dev_tools.installer.wine import Wine, screen
from dev_tools.installer.workspace import BuildError, MachineError, Workspace, say, workspace


def main(arguments: list[str]) -> int:
    """Build, and what else is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="installer", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="install, use, upgrade and remove it under Wine")
    parser.add_argument("--json", action="store_true", help="print the report of --smoke as JSON")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="of the installer and the program")
    given = parser.parse_args(arguments)
    work = workspace()
    try:
        machine.prepare(pictures=given.pictures is not None)
        with screen() as display:
            if given.smoke:
                return _smoke(work, display, as_json=given.json)
            wine = Wine(template(work, display), display)
            built = build.build(work, wine)
            wine.stop()
            if given.pictures is not None:
                pictures.take(work, display, built, given.pictures.resolve())
    except MachineError as error:
        say(str(error))
        return 3
    except BuildError as error:
        say(str(error))
        return 1
    print(built.setup)
    return 0


def _smoke(work: Workspace, display: str, *, as_json: bool) -> int:
    report = smoke.run(work, display)
    if as_json:
        print(json.dumps(report.as_json(), indent=1))
    for one in report.not_run:
        say(f"not run: {one['what']}: {one['why']}")
    say("setup.exe holds" if report.ok else "SETUP.EXE FAILED")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
