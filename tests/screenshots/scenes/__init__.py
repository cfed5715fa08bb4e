"""The pictures, a module for each part of the program."""

from __future__ import annotations

from tests.screenshots import registry
from tests.screenshots.scenes import (
    conflicts,
    detail,
    dialogs,
    empty,
    line,
    list_look,
    notices,
    offline,
    palette,
    queue,
    read_only,
    sign_in,
    today,
)

#: All of them, in the order of a tour.
PICTURES = registry.of_modules(
    (
        sign_in,
        queue,
        detail,
        today,
        palette,
        notices,
        dialogs,
        offline,
        line,
        list_look,
        empty,
        conflicts,
        read_only,
    )
)
