"""``python3 dev.py audit``: what the program is made of, and whether something of it is known to be unsafe.

Writes the bill of materials (CycloneDX, JSON) of what is installed with the program and the central API to
``build/sbom.cdx.json``, and asks the Python Package Index for advisories on each of them. Ends with 1 if
there is one. Where nobody answers it says that nothing was checked, and ends with 0: a build must not depend
on a line to the outside.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = "requirements.lock"
BILL = Path("build") / "sbom.cdx.json"


def main() -> int:
    """Both; the exit code."""
    write_bill(ROOT / BILL)
    command = [sys.executable, "-m", "pip_audit", "-r", LOCK, "--require-hashes", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    asked = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    lines, code = judged(asked.stdout)
    print("\n".join(lines))
    return code


def write_bill(target: Path) -> None:
    """The bill of materials of the locked packages.

    Raises:
        subprocess.CalledProcessError: It could not be made.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", LOCK, "--output-format", "JSON"]
    subprocess.run([*command, "--output-file", str(target)], cwd=ROOT, check=True)
    parts = json.loads(target.read_text(encoding="utf-8"))["components"]
    print(f"{target.relative_to(ROOT)}: {len(parts)} packages")


def judged(answer: str) -> tuple[list[str], int]:
    """What to say of the auditor's answer (JSON), and the exit code."""
    try:
        found: list[Mapping[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return ["Advisories: not checked, the auditor had no answer (see above)."], 0
    checked = [one for one in found if "vulns" in one]
    if not checked:
        return [f"Advisories: not checked, the index knew none of {len(found)} packages."], 0
    lines = [
        f"{one['name']} {one['version']}: {vuln['id']}, mended in {', '.join(vuln['fix_versions']) or 'none'}"
        for one in checked
        for vuln in one["vulns"]
    ]
    count = len(lines)
    lines.append(f"Advisories: {count} on {len(checked)} of {len(found)} packages that could be checked.")
    return lines, int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
