"""Start the program: ``python -m wzpdcl_desktop``."""

from __future__ import annotations

import runpy
import sys

from wzpdcl_desktop import app, options


def main() -> int:
    """Entry point of the installed program.

    ``--practice-server`` as the first argument starts the central API instead: a frozen program has no other
    Python to start it with.
    """
    arguments = sys.argv[1:]
    if arguments[:1] == ["--practice-server"]:
        sys.argv = ["central_api", *arguments[1:]]
        runpy.run_module("central_api", run_name="__main__", alter_sys=True)
        return 0
    return app.run(options.parse(arguments))


if __name__ == "__main__":
    sys.exit(main())
