"""The outbox is damaged or gone: its copy, and what can still be read, take its place."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.unit.cache.samples import KEY, NOW, command, random_key
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.outbox_copy import OutboxCopy
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.store import Store, open_outbox
from wzpdcl_desktop.domain.commands import RESTORED, CommandState
from wzpdcl_desktop.domain.errors import StoreDamaged, StoreNewer, WrongKey

ROOT = Path(__file__).parents[2]
PAGE = 4096


class Clock:
    """Seconds that the test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def opened(folder: Path) -> Store:
    return open_outbox(folder, KEY, ballast_bytes=0)


def ids(store: Store) -> list[str]:
    return [item.command.command_id for item in Outbox(store).items()]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def filled(folder: Path, number: int = 60) -> list[str]:
    """An outbox with commands and texts, closed, and its copy."""
    store = opened(folder)
    made = [command(number=n, args={"text": f"লেখা {n} " * 20}) for n in range(1, number + 1)]
    for one in made:
        Outbox(store).add(one, 0)
    DeskNotes(store).keep_draft("complaint:1:message", "অর্ধেক")
    Preferences(store).keep("look", "dense")
    OutboxCopy(store, KEY).refresh()
    store.close()
    return [one.command_id for one in made]


def spoil(path: Path, *pages: int) -> None:
    data = bytearray(path.read_bytes())
    for page in pages or range(len(data) // PAGE):
        for place in range(page * PAGE + 40, page * PAGE + 104):
            data[place] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["first page", "all pages", "gone", "empty", "cut"])
def test_of_an_outbox_of_which_nothing_can_be_read_the_copy_remains(tmp_path: Path, how: str) -> None:
    made = filled(tmp_path)
    path = tmp_path / "outbox.db"
    if how == "gone":
        path.unlink()
    elif how == "empty":
        path.write_bytes(b"\x00" * 8192)
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:3000])
    else:
        spoil(path, *([0] if how == "first page" else []))
    store = opened(tmp_path)
    assert store.rebuilt
    assert ids(store) == made
    assert {(item.state, item.last_error) for item in Outbox(store).items()} == {
        (CommandState.HELD, RESTORED)
    }
    assert DeskNotes(store).draft("complaint:1:message") == "অর্ধেক"
    assert Preferences(store).all() == {"look": "dense"}
    assert store.quick_check() == "ok"
    store.close()
    assert (tmp_path / "outbox.damaged-1.db").exists() == (how != "gone")
    again = opened(tmp_path)
    assert not again.rebuilt
    assert ids(again) == made
    again.close()


def test_of_any_one_damaged_page_nothing_is_lost_and_what_can_be_read_is_newer(tmp_path: Path) -> None:
    folder = tmp_path / "whole"
    folder.mkdir()
    made = filled(folder)
    store = opened(folder)
    outbox, late = Outbox(store), command(number=500)
    outbox.take_back(made[0])
    outbox.add(late, 0)
    store.close()
    partly = 0
    for page in range((folder / "outbox.db").stat().st_size // PAGE):
        place = shutil.copytree(folder, tmp_path / str(page))
        spoil(place / "outbox.db", page)
        store = opened(place)
        items = {item.command.command_id: item for item in Outbox(store).items()}
        states = {one: item.state for one, item in items.items()}
        held = [one for one in made if states.get(one) is CommandState.HELD]
        assert set(made[1:]) <= set(states), "nothing is lost"
        assert states.get(made[0]) in (None, CommandState.HELD), "what was taken back does not go by itself"
        assert states.get(late.command_id) in (None, CommandState.PENDING)
        partly += 0 < len(held) < len(made) / 2 and late.command_id in states
        assert store.quick_check() == "ok"
        store.close()
    assert partly, "some damage leaves most of it"


def test_a_copy_made_at_closing_is_the_outbox_until_it_is_opened_again(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    store = opened(tmp_path)
    copy = OutboxCopy(store, KEY)
    copy.refresh()
    late = command(number=9)
    Outbox(store).add(late, 0)
    copy.refresh(at_once=True)
    store.close()
    copy.seal()
    spoil(tmp_path / "outbox.db")
    store = opened(tmp_path)
    assert store.rebuilt
    assert [item.state for item in Outbox(store).items()] == [CommandState.PENDING] * 4
    assert ids(store)[-1] == late.command_id

    Outbox(store).take_back(late.command_id)
    store.close()  # as a power cut leaves it: not copied, not sealed
    spoil(tmp_path / "outbox.db")
    store = opened(tmp_path)
    assert [item.state for item in Outbox(store).items()] == [CommandState.HELD] * 4
    store.close()


def test_a_copy_that_misses_the_last_change_is_not_called_exact(tmp_path: Path) -> None:
    store = opened(tmp_path)
    copy = OutboxCopy(store, KEY)
    Outbox(store).add(command(number=1), 0)
    copy.refresh()
    Outbox(store).add(command(number=2), 0)
    store.close()
    copy.seal()
    spoil(tmp_path / "outbox.db")
    store = opened(tmp_path)
    assert [item.state for item in Outbox(store).items()] == [CommandState.HELD]
    store.close()


def test_what_was_on_the_wire_goes_again_by_itself(tmp_path: Path) -> None:
    """The server knows its id: it cannot be carried out twice, and it was not taken back."""
    store = opened(tmp_path)
    outbox = Outbox(store)
    sent, untried = command(number=1), command(number=2)
    for one in (sent, untried):
        outbox.add(one, 0)
    outbox.mark_sending(sent.command_id)
    outbox.retry_at(sent.command_id, NOW, "server_down")
    OutboxCopy(store, KEY).refresh()
    store.close()
    spoil(tmp_path / "outbox.db")
    store = opened(tmp_path)
    assert [item.command for item in Outbox(store).due(NOW + 60_000)] == [sent]
    Outbox(store).resume(untried.command_id)
    assert [item.command for item in Outbox(store).due(NOW + 60_000)] == [sent, untried]
    store.close()


def test_if_the_newer_copy_is_damaged_too_the_older_one_is_taken(tmp_path: Path) -> None:
    made = filled(tmp_path)
    store = opened(tmp_path)
    Outbox(store).add(command(number=900), 0)
    OutboxCopy(store, KEY).refresh()
    store.close()
    for name in ("outbox.db", "outbox.copy.db"):
        spoil(tmp_path / name)
    store = opened(tmp_path)
    assert ids(store) == made
    store.close()


def test_without_a_good_copy_it_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    filled(tmp_path)
    for name in ("outbox.db", "outbox.copy.db"):
        spoil(tmp_path / name)
    before = files(tmp_path)
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            opened(tmp_path)
        assert files(tmp_path) == before


def test_a_wrong_key_or_a_newer_version_is_no_damage(tmp_path: Path) -> None:
    filled(tmp_path)
    before = files(tmp_path)
    with pytest.raises(WrongKey):
        open_outbox(tmp_path, random_key(), ballast_bytes=0)
    assert files(tmp_path) == before
    (tmp_path / "outbox.db").rename(tmp_path / "away")
    with pytest.raises(WrongKey):
        open_outbox(tmp_path, random_key(), ballast_bytes=0)
    assert not (tmp_path / "outbox.db").exists()
    (tmp_path / "away").rename(tmp_path / "outbox.db")
    newer = connect(tmp_path / "outbox.db", KEY)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    with pytest.raises(StoreNewer):
        opened(tmp_path)
    assert not (tmp_path / "outbox.damaged-1.db").exists()


@pytest.mark.parametrize("at", ["before", "between"])
def test_a_power_cut_while_it_is_restored_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    made = filled(tmp_path)
    spoil(tmp_path / "outbox.db")
    renamed = Path.replace

    def cut(self: Path, target: Path) -> Path:
        if at == "before" and target.name == "outbox.damaged-1.db":
            raise KeyboardInterrupt
        if at == "between" and target.name == "outbox.db":
            raise KeyboardInterrupt
        return renamed(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", cut)
        with pytest.raises(KeyboardInterrupt):
            opened(tmp_path)
    store = opened(tmp_path)
    assert ids(store) == made
    store.close()


def test_the_copy_follows_but_not_without_pause_and_only_if_something_changed(tmp_path: Path) -> None:
    clock = Clock()
    store = opened(tmp_path)
    copy = OutboxCopy(store, KEY, clock)
    copy.refresh()
    target = tmp_path / "outbox.copy.db"
    first = target.read_bytes()
    clock.seconds += 60
    copy.refresh()
    assert target.read_bytes() == first
    Outbox(store).add(command(number=1), 0)
    copy.refresh()
    second = target.read_bytes()
    assert second != first
    Outbox(store).add(command(number=2), 0)
    wait = copy.refresh()
    assert target.read_bytes() == second
    assert 0 < wait <= 60
    clock.seconds += wait + 0.001
    copy.refresh()
    assert target.read_bytes() != second
    assert b"SQLite format" not in target.read_bytes()[:16]
    assert not list(tmp_path.glob("*.part*"))
    store.close()


WORK = textwrap.dedent(
    """
    import os, pathlib, sys
    from tests.unit.cache.samples import KEY, command
    from wzpdcl_desktop.cache.outbox import Outbox
    from wzpdcl_desktop.cache.outbox_copy import OutboxCopy
    from wzpdcl_desktop.cache.store import open_outbox
    store = open_outbox(pathlib.Path(sys.argv[1]), KEY, ballast_bytes=0)
    outbox, seconds = Outbox(store), [0.0]
    copy = OutboxCopy(store, KEY, lambda: seconds[0])
    for number in range(1, 10_000):
        made = command(number=number)
        outbox.add(made, 0)
        os.write(1, f"safe {made.command_id}\\n".encode())
        seconds[0] += 1000.0
        copy.refresh()
        os.write(1, f"copied {made.command_id}\\n".encode())
    """
)


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment_and_damaged_every_copied_command_is_there(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ}
    )
    assert process.stdout is not None
    for _ in range(dice.randrange(2, 60)):
        process.stdout.readline()
    process.kill()
    said = process.stdout.read().decode().split("\n")
    process.wait()
    process.stdout.close()
    copied = [line.split()[1] for line in said if line.startswith("copied ")]
    damage = dice.choice(["gone", "all", "one page"])
    path = tmp_path / "outbox.db"
    if damage == "gone":
        for file in tmp_path.glob("outbox.db*"):
            file.unlink()
    elif path.stat().st_size >= PAGE:
        spoil(path, *([] if damage == "all" else [dice.randrange(path.stat().st_size // PAGE)]))
    store = opened(tmp_path)
    assert set(ids(store)) >= set(copied), damage
    assert store.quick_check() == "ok"
    store.close()
