"""Practice mode: sample data in a folder of its own, and customers who keep coming."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, text

from central_api.central import Central
from central_api.clock import Clock
from central_api.db import Database
from central_api.main import create_app
from central_api.migrate import migrate
from central_api.sample import generate
from central_api.sample.player import Player
from central_api.serving import run, tell
from central_api.settings import Settings


@dataclass(frozen=True, slots=True)
class Options:
    """How to practise.

    Attributes:
        complaints: How many to make on the first run; later runs keep what is there.
        quiet_customers: Nothing happens by itself.
    """

    folder: Path
    host: str
    port: int
    seed: int
    complaints: int
    clock: Clock
    quiet_customers: bool
    exit_with_parent: bool


def run_practice(options: Options) -> int:
    """Make the sample data if there is none, and serve it until told to stop."""
    options.folder.mkdir(parents=True, exist_ok=True)
    made = options.folder / "central.db"
    blobs = options.folder / "files"
    if not made.exists():
        _make(options, made, blobs)
    settings = Settings(
        _url(made), blobs, clock=options.clock, practice=True, updates_folder=options.folder / "updates"
    )
    app = create_app(settings)
    central: Central = app.state.central
    migrate(central.database.engine)
    player = Player(central.database.write_sessions, settings.clock, central.wakeup.ring, seed=options.seed)
    if not options.quiet_customers:
        player.start()
    try:
        run(app, options.host, options.port, exit_with_parent=options.exit_with_parent)
    finally:
        if not options.quiet_customers:
            player.stop()
    return 0


def _url(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()


def _make(options: Options, target: Path, blobs: Path) -> None:
    """All or nothing: the database gets its name when it is complete."""
    unfinished = target.with_suffix(".unfinished")
    for leftover in options.folder.glob(f"{unfinished.name}*"):
        leftover.unlink()
    shutil.rmtree(blobs, ignore_errors=True)
    blobs.mkdir()
    database = Database(_url(unfinished))
    migrate(database.engine, initial=False)
    tell(progress=0.0)
    generate(
        database.writer,
        blobs,
        seed=options.seed,
        now_ms=options.clock.now_ms(),
        complaints=options.complaints,
        progress=lambda part: tell(progress=round(part, 3)),
    )
    with database.writer.begin() as connection:
        # Statistics, so that pages of the snapshot are read along an index.
        connection.execute(text("ANALYZE"))
    # The last connection to close also folds the journal into the file.
    database.dispose()
    unfinished.replace(target)
    tell(progress=1.0)
