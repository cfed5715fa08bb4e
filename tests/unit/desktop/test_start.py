"""What a normal start loads, and what it must not."""

from __future__ import annotations

import subprocess
import sys

_LOAD = """
import sys
from wzpdcl_desktop.__main__ import load_app
load_app()
import wzpdcl_desktop.launch
print(" ".join(sorted(name for name in sys.modules if name.startswith("PySide6.Qt"))))
"""


def test_a_start_loads_none_of_the_heavy_parts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert loaded <= {f"PySide6.Qt{name}" for name in ("Core", "Gui", "Widgets", "Network", "Svg")}
