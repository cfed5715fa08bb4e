"""Start the program: ``python -m wzpdcl_desktop``."""

from __future__ import annotations

import gc
import importlib
import runpy
import sys
from types import ModuleType

from wzpdcl_desktop import options

#: First arguments that start another part in place of the program: an installed one has no other Python.
DOORS = {
    "--practice-server": "central_api",
    "--journey": "wzpdcl_desktop.journey",
    "--journey-part": "wzpdcl_desktop.journey.part",
    "--remove-data": "wzpdcl_desktop.removal",
}


def main() -> int:
    """Entry point of the installed program."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in DOORS:
        module = DOORS[arguments[0]]
        sys.argv = [module, *arguments[1:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    given = options.parse(arguments)
    if given.self_check or given.self_check_part:
        return check(given)
    if given.diagnostics:
        written: int = importlib.import_module("wzpdcl_desktop.diagnose").run(given, given.diagnostics)
        return written
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
