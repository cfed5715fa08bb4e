"""Shows under Wine that setup.exe does what it promises: each step is a promise, each is timed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from dev_tools.installer import older, sign, starting
from dev_tools.installer.build import Built, build
from dev_tools.installer.office import Office
from dev_tools.installer.prefix import empty_prefix, template
from dev_tools.installer.report import Report, expect, wait_until
from dev_tools.installer.wine import Wine, windows_path
from dev_tools.installer.workspace import (
    CONSOLE_PROGRAM,
    PROGRAM,
    BuildError,
    Workspace,
    files_of,
    fingerprint_of,
    say,
)

_KEY = r"HKCU\Software\WZPDCL\Desktop"
_UNINSTALL = (
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{B7C0E1A4-52D9-4C1F-9F0B-6A3C7D7E0F52}_is1"
)
_WEB_ENGINE = {
    "what": "QtWebEngine at run time (the self-check's web_engine, the map)",
    "why": "Wine 8.0 cannot run QtWebEngine 6.7 and later: V8 runs out of memory at its start",
}
_ADDRESS = "https://central.example"
_COMPLAINTS = "2000"


def run(work: Workspace, display: str) -> Report:
    """Everything; ends with the first step that does not hold."""
    report = Report()
    try:
        _all(work, display, report)
    except BuildError as error:
        say(str(error))
    return report


def _all(work: Workspace, display: str, report: Report) -> None:
    made: list[Built] = []
    builder = Wine(template(work, display), display)
    report.step("build and sign setup.exe", lambda: made.append(build(work, builder)))
    built = made[0]
    report.setup_bytes = built.setup_bytes
    report.step("setup.exe is 130 MB at most", lambda: expect(built.setup_bytes <= 130e6, "it is larger"))
    report.step("the signature holds, a tampered copy is refused", lambda: _signature(work, built))
    before: list[Path] = []
    report.step("build an older setup.exe", lambda: before.append(older.build(work, builder, built)))
    builder.stop()
    first = Office(work, empty_prefix(work, display, "first"))
    _new_office(first, built, report)
    first.wine.stop()
    second = Office(work, empty_prefix(work, display, "second"))
    _upgraded_office(second, built, before[0], report)
    second.wine.stop()


def _new_office(office: Office, built: Built, report: Report) -> None:
    """A PC that never had the program."""
    bare = office.files()
    switches = ("/LANG=bn", f"/SERVER={_ADDRESS}", "/LANGUAGE=bn", "/TASKS=desktopicon,autostart")
    report.step("install silently into an empty prefix", lambda: office.must_install(built.setup, *switches))
    report.installed_bytes = sum(path.stat().st_size for path in files_of(office.folder))
    report.step("switches, shortcuts and entries are there", lambda: _entries(office, built))
    report.step("self-check of the installed program", lambda: _self_check(office, report))
    report.step("journey against an installed practice server", lambda: _journey(office))
    report.step(
        f"start is {starting.AT_MOST} times that from source at most", lambda: starting.compare(office)
    )
    report.step("a running program is closed politely by setup", lambda: _closed_politely(office, built))

    def removed() -> None:
        office.data.mkdir(parents=True, exist_ok=True)
        (office.data / "left.txt").write_text("of an officer", encoding="ascii")
        office.uninstall("/REMOVEDATA=1")
        left = sorted(str(path.relative_to(office.wine.drive)) for path in office.files() - bare)
        expect(not left, f"left behind: {left[:20]}")
        _no_entries(office)

    report.step("uninstall with the data leaves nothing", removed)


def _upgraded_office(office: Office, built: Built, before: Path, report: Report) -> None:
    """A PC with an older version and work that has not reached the server."""
    bare = office.files()
    folder = office.data / "journey"
    words = ["--folder", windows_path(folder)]

    def old() -> None:
        office.must_install(before, f"/SERVER={_ADDRESS}")
        expect((office.folder / older.STRAY).exists(), "the older build lacks its own file")
        _journey(office, *words, "--life", "work")

    report.step("install the older build and work with it, offline", old)

    def upgrade() -> None:
        kept = fingerprint_of([office.data])
        office.must_install(built.setup)
        expect(fingerprint_of([office.data]) == kept, "stores or settings changed")
        expect(not (office.folder / older.STRAY).exists(), "a file of the older version is still there")
        expect(office.wine.registry(_KEY, "Version") == built.version, "the version is not the new one")
        expect(office.wine.registry(_KEY, "ServerAddress") == _ADDRESS, "the address is gone")

    report.step("upgrade in place keeps stores and settings", upgrade)
    report.step(
        "the new version sends what the older one kept", lambda: _journey(office, *words, "--life", "return")
    )

    def downgrade() -> None:
        expect(office.install(before).code != 0, "the older setup did not refuse")
        expect(office.wine.registry(_UNINSTALL, "DisplayVersion") == built.version, "it was replaced")
        expect(not (office.folder / older.STRAY).exists(), "files of the older version are there")

    report.step("a downgrade is refused", downgrade)

    def removed() -> None:
        kept = fingerprint_of([office.data])
        office.uninstall()
        left = {path for path in office.files() - bare if office.data not in path.parents}
        expect(not left, f"left behind: {sorted(map(str, left))[:20]}")
        expect(fingerprint_of([office.data]) == kept, "silent removal must keep the office's data")
        _no_entries(office)

    report.step("silent uninstall leaves the data and nothing else", removed)


# -------------------------------------------------------------------- single promises


def _signature(work: Workspace, built: Built) -> None:
    if os.environ.get(sign.COMMAND):
        raise BuildError(f"The smoke test signs with its test certificate: unset {sign.COMMAND}")
    programs = [built.setup, built.stage / PROGRAM, built.stage / CONSOLE_PROGRAM]
    for program in programs:
        expect(sign.verify(work, program), f"{program.name}: no good signature")
    expect(not sign.verify(work, sign.tampered_copy(work, built.setup)), "a tampered copy passes")


def _entries(office: Office, built: Built) -> None:
    wanted = {
        (_KEY, "ServerAddress"): _ADDRESS,
        (_KEY, "Language"): "bn",
        (_KEY, "Version"): built.version,
        (_KEY, "PracticeOnly"): None,
        (_UNINSTALL, "DisplayVersion"): built.version,
        (_UNINSTALL, "Publisher"): "West Zone Power Distribution Company Limited",
    }
    for (key, name), value in wanted.items():
        found = office.wine.registry(key, name)
        expect(found == value, f"{name} in the registry is {found!r}, not {value!r}")
    autostart = office.wine.registry(r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run", "WZPDCL Desktop")
    expect(
        autostart is not None and PROGRAM in autostart, "start with Windows was asked for and is not there"
    )
    names = {path.name for path in office.files()}
    expect("WZPDCL Desktop.lnk" in names, "no shortcut")


def _no_entries(office: Office) -> None:
    for key, name in ((_KEY, "Version"), (_KEY, "ServerAddress"), (_UNINSTALL, "DisplayVersion")):
        expect(office.wine.registry(key, name) is None, f"{name} is still in the registry")
    run_key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
    expect(office.wine.registry(run_key, "WZPDCL Desktop") is None, "it would still start with Windows")


def _self_check(office: Office, report: Report) -> None:
    done = office.run("--self-check", "--json", "--lang", "en", seconds=300)
    answer = json_in(done.said)
    for one in answer["checks"]:
        say(f"       {'ok  ' if one['ok'] else 'no  '} {one['name']}: {one['detail']}")
    wrong = [one["name"] for one in answer["checks"] if not one["ok"]]
    if "web_engine" in wrong:
        report.not_run.append(_WEB_ENGINE)
        wrong.remove("web_engine")
    # Setup was told an address where no server is.
    wrong = [name for name in wrong if name != "server"]
    expect(not wrong, f"not in order: {wrong}")
    expect(answer["ok"] and done.code == 0, f"it ended with {done.code}")


def _journey(office: Office, *words: str) -> None:
    pictures = office.work.build / "journey"
    report = office.work.build / "journey.json"
    report.unlink(missing_ok=True)
    arguments = ["--journey", "--complaints", _COMPLAINTS, "--json", windows_path(report)]
    done = office.run(*arguments, "--pictures", windows_path(pictures), *words, seconds=600)
    expect(report.exists(), f"no report; it ended with {done.code}: {done.said[-1500:]}")
    answer = json.loads(report.read_text(encoding="utf-8"))
    failed = [step for step in answer["steps"] if not step["ok"]]
    expect(answer["ok"] and not failed and done.code == 0, f"{failed} {done.said[-1500:]}")


def _closed_politely(office: Office, built: Built) -> None:
    running = office.wine.start(
        office.folder / PROGRAM, "--data-folder", windows_path(office.work.build / "start")
    )
    log = office.work.build / "start" / "logs" / "desktop.log"
    lines = _starts(log)
    wait_until(lambda: _starts(log) > lines, 120, "the program did not start")
    office.must_install(built.setup)
    done = running.wait(30)
    expect(done.code == 0, f"it did not close by itself: {done.code} {done.said[-500:]}")


def _starts(log: Path) -> int:
    return log.read_text(encoding="utf-8").count(" started ") if log.exists() else 0


def json_in(said: str) -> dict[str, Any]:
    """The JSON object in what a program said; Wine may have said something, too."""
    for line in said.splitlines():
        if line.startswith("{"):
            answer: dict[str, Any] = json.loads(line)
            return answer
    raise BuildError(f"no JSON in {said[-1500:]!r}")
