"""The parts of the build that decide what people get; the rest is shown by `installer --smoke`."""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

import pytest

from dev_tools.installer import contents, licences, pe, sign
from dev_tools.installer.workspace import ROOT, SOURCES, BuildError, Workspace, version

MESSAGE = re.compile(r"%[1-9n]|\[name(?:/ver)?\]|\[gb\]|\[mb\]")
#: Inno Setup's English texts with their places for values, those of pages that an office sees.
PLACES = {
    "LastErrorMessage": ["%1", "%n", "%n", "%2", "%3"],
    "PrivilegesRequiredOverrideText1": ["%1"],
    "WelcomeLabel2": ["[name/ver]", "%n", "%n"],
    "DiskSpaceMBLabel": ["[mb]"],
    "DiskSpaceWarning": ["%1", "%2", "%n", "%n"],
    "ConfirmUninstall": ["%1"],
    "UninstalledMost": ["%1", "%n", "%n"],
}


def work(folder: Path) -> Workspace:
    return Workspace(folder / "build", folder / "dist")


def test_a_step_is_done_again_only_after_its_inputs_changed(tmp_path: Path) -> None:
    source, output = tmp_path / "source", tmp_path / "output"
    source.write_text("one", encoding="ascii")
    done: list[str] = []

    def make() -> None:
        done.append(source.read_text(encoding="ascii"))
        output.write_text("made", encoding="ascii")

    for text in ("one", "one", "two"):
        source.write_text(text, encoding="ascii")
        work(tmp_path).once("step", [source], output, make)
    assert done == ["one", "two"]
    output.unlink()
    work(tmp_path).once("step", [source], output, make)
    assert done == ["one", "two", "two"]


def test_a_step_that_failed_is_done_again(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.write_text("of before", encoding="ascii")
    tries: list[int] = []

    def make() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise BuildError("no room")

    with pytest.raises(BuildError):
        work(tmp_path).once("step", ["a"], output, make)
    work(tmp_path).once("step", ["a"], output, make)
    assert len(tries) == 2


def test_every_qt_module_that_the_program_imports_ships() -> None:
    used = set()
    for package in ("wzpdcl_desktop", "central_api"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                    used.add((node.module or "").split(".")[1])
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    used |= set(re.findall(r"^PySide6\.(Qt\w+)$", node.value))
    assert used
    assert used <= set(contents.QT_MODULES)


def test_each_file_left_out_has_a_reason_and_what_is_needed_has_none() -> None:
    assert "developer tools" in contents.why_left_out_of_qt("resources/qtwebengine_devtools_resources.pak")
    assert "languages" in contents.why_left_out_of_qt("translations/qtwebengine_locales/fr.pak")
    assert contents.why_left_out("psycopg_binary.libs/libpq.dll") is not None
    # The keyring reaches Windows' store through cffi, and cffi needs pycparser.
    for needed in (
        "pycparser/__init__.py",
        "keyring-25.dist-info/entry_points.txt",
        "tzdata/zoneinfo/Asia/Dhaka",
    ):
        assert contents.why_left_out(needed) is None


@pytest.mark.parametrize(
    ("name", "machine", "mark", "fault"),
    [
        ("Qt6Core.dll", 0x8664, b"", None),
        ("Qt6Core.dll", 0x014C, b"", "another processor"),
        ("kernel32.dll", 0x8664, b"Wine builtin DLL", "Wine's"),
        ("icuuc.dll", 0x8664, b"", "belongs to Windows"),
    ],
)
def test_libraries_of_wine_or_windows_do_not_get_into_the_program(
    tmp_path: Path, name: str, machine: int, mark: bytes, fault: str | None
) -> None:
    head = bytearray(512)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, 0x100)
    head[0x40 : 0x40 + len(mark)] = mark
    head[0x100:0x104] = b"PE\0\0"
    struct.pack_into("<H", head, 0x104, machine)
    (tmp_path / name).write_bytes(bytes(head))
    found = pe.faults(tmp_path)
    assert (fault is None and found == []) or (fault is not None and fault in found[0])


def test_the_companys_signing_command_gets_the_file_as_one_word(tmp_path: Path) -> None:
    file = tmp_path / "a setup.exe"
    words = sign.signing_command('signtool sign /n "The Company" {file}', file)
    assert words == ["signtool", "sign", "/n", "The Company", str(file)]
    with pytest.raises(BuildError):
        sign.signing_command("signtool sign", file)


def test_the_licence_page_names_every_part_and_not_the_one_we_do_not_use(tmp_path: Path) -> None:
    place = work(tmp_path)
    for site in (place.site, tmp_path / "stage" / "lib"):
        info = site / "thing-1.0.dist-info"
        (info / "licenses").mkdir(parents=True)
        (info / "METADATA").write_text(
            "Name: thing\nVersion: 1.0\nLicense-Expression: MIT\n", encoding="utf-8"
        )
        (info / "licenses" / "LICENSE.txt").write_text("as is", encoding="utf-8")
        (info / "licenses" / "LicenseRef-Qt-Commercial.txt").write_text("pay", encoding="utf-8")
    place.python.mkdir(parents=True)
    (place.python / "LICENSE.txt").write_text("of Python", encoding="utf-8")

    licences.collect(place, tmp_path / "stage")

    text = (tmp_path / "stage" / "LICENSES.txt").read_bytes().decode("utf-8-sig")
    for words in ("thing 1.0: MIT", "SIL Open Font", "Lesser General Public", "Apache"):
        assert words in text
    folder = tmp_path / "stage" / "licenses"
    assert [path.name for path in (folder / "thing").iterdir()] == ["LICENSE.txt"]
    assert {path.name for path in folder.iterdir()} >= {
        "Python",
        "Qt, PySide6 and FFmpeg",
        "Noto Sans Bengali",
    }


def test_the_bangla_pages_keep_the_places_for_values_and_close_no_key_twice() -> None:
    text = (SOURCES / "bn.isl").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf"), "without the mark Inno Setup reads it as ANSI"
    lines = text.decode("utf-8-sig").splitlines()
    messages = [line.split("=", 1) for line in lines if "=" in line and not line.startswith(";")]
    names = [name for name, _ in messages]
    assert len(names) == len(set(names))
    found = dict(messages)
    for name, places in PLACES.items():
        assert sorted(MESSAGE.findall(found[name])) == sorted(places), name
    assert all(value.strip() for value in found.values())


def test_the_script_speaks_both_languages_and_knows_the_programs_names() -> None:
    script = (SOURCES / "installer.iss").read_text(encoding="utf-8")
    own = re.findall(r"^(bn|en)\.(\w+)=", script, re.MULTILINE)
    assert {name for language, name in own if language == "bn"} == {
        name for language, name in own if language == "en"
    }
    endings = dict(re.findall(r"^(bn|en)\.FinishedLabel=(.+)$", script, re.MULTILINE))
    assert set(endings) == {"bn", "en"}
    assert all("[name]" in text and "LICENSES.txt" in text for text in endings.values())
    running = (ROOT / "wzpdcl_desktop" / "running.py").read_text(encoding="utf-8")
    (mutex,) = re.findall(r'^MUTEX = "(.+)"$', running, re.MULTILINE)
    assert f'#define Mutex "{mutex}"' in script
    assert re.fullmatch(r"\d+\.\d+\.\d+", version())
