"""Start the program: ``python -m wzpdcl_desktop``."""

from __future__ import annotations

import gc
import importlib
import runpy
import sys
from types import ModuleType

from wzpdcl_desktop import options


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
    given = options.parse(arguments)
    if given.self_check or given.self_check_part:
        return check(given)
    load_app()
    code: int = importlib.import_module("wzpdcl_desktop.launch").run(given)
    return code


def check(given: options.Options) -> int:
    """The self-check, or one part of it in this process."""
    parts = importlib.import_module("wzpdcl_desktop.self_check.parts")
    if given.self_check_part:
        code: int = parts.run_part(given.self_check_part, given)
    else:
        code = parts.run(given, as_programs_read=given.as_json, output=given.output)
    return code


def load_app() -> ModuleType:
    """The program's modules, loaded without looking for garbage: there is none yet, and looking takes a sixth
    of the start. The first window turns it on again."""
    gc.disable()
    return importlib.import_module("wzpdcl_desktop.app")


if __name__ == "__main__":
    sys.exit(main())
