"""The command line of the central API.

serve, migrate, new-epoch, openapi, practice, add-officer; update-key, sign-update, publish-update.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

from central_api import accounts, updates
from central_api.central import Central
from central_api.clock import Clock, FixedClock, SystemClock, parse_instant
from central_api.db import Database, renew_epoch
from central_api.main import create_app
from central_api.migrate import is_current, migrate
from central_api.serving import log_to_stderr, run
from central_api.settings import Settings
from central_api.workflow import Duty

_OTHER_SCHEMA = "The database has another schema; run 'migrate' first.\n"


def _clock(now: str | None) -> Clock:
    return SystemClock() if now is None else FixedClock(parse_instant(now))


def _serve(options: argparse.Namespace) -> int:
    settings = Settings(options.database, options.blobs, _clock(options.now), updates_folder=options.updates)
    app = create_app(settings)
    central: Central = app.state.central
    if not is_current(central.database.engine):
        sys.stderr.write(_OTHER_SCHEMA)
        return 1
    run(app, options.host, options.port, exit_with_parent=options.exit_with_parent)
    return 0


def _migrate(options: argparse.Namespace) -> int:
    database = Database(options.database)
    migrate(database.engine)
    database.dispose()
    return 0


def _new_epoch(options: argparse.Namespace) -> int:
    database = Database(options.database)
    try:
        if not is_current(database.engine):
            sys.stderr.write(_OTHER_SCHEMA)
            return 1
        with database.write() as session:
            epoch = renew_epoch(session)
    finally:
        database.dispose()
    sys.stdout.write(f"{epoch}\n")
    return 0


def _openapi(_: argparse.Namespace) -> int:
    app = create_app(Settings("sqlite:///not-opened.db", Path()))
    sys.stdout.write(json.dumps(app.openapi(), ensure_ascii=False, indent=1) + "\n")
    return 0


def _practice(options: argparse.Namespace) -> int:
    # Loaded here: a production server has no use for sample data and its drawing library.
    practice = importlib.import_module("central_api.practice")
    code: int = practice.run_practice(
        practice.Options(
            folder=options.folder,
            host=options.host,
            port=options.port,
            seed=options.seed,
            complaints=options.complaints,
            clock=_clock(options.now),
            quiet_customers=options.quiet_customers,
            exit_with_parent=options.exit_with_parent,
        )
    )
    return code


def _add_officer(options: argparse.Namespace) -> int:
    password = sys.stdin.readline().rstrip("\r\n")
    database = Database(options.database)
    try:
        with database.write() as session:
            accounts.add_officer(
                session,
                SystemClock(),
                accounts.NewOfficer(
                    id=options.id,
                    name=options.name,
                    name_bn=options.name_bn or options.name,
                    designation=options.designation,
                    duties=tuple(Duty(duty) for duty in options.duty),
                    office=options.office,
                    circle=options.circle,
                ),
                password,
            )
    except accounts.NotPossibleError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        database.dispose()
    return 0


def _update_key(options: argparse.Namespace) -> int:
    try:
        sys.stdout.write(updates.new_key(options.private) + "\n")
    except FileExistsError:
        sys.stderr.write("This file is there already; a key is never written over.\n")
        return 1
    return 0


def _sign_update(options: argparse.Namespace) -> int:
    release = updates.Release(options.version, options.least, options.notes, options.notes_bn)
    try:
        updates.sign(options.package, release, options.private, options.out, SystemClock().now_ms())
    except updates.NotAPackageError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _publish_update(options: argparse.Namespace) -> int:
    try:
        published = updates.publish(options.signed, options.public, options.updates)
    except updates.NotAPackageError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{published.version}, least {published.least}\n")
    return 0


def _add_update_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    key = commands.add_parser("update-key", help="make a key for packages; prints its public half")
    key.add_argument("--private", type=Path, required=True, help="a new file; keep it off every server")
    key.set_defaults(run=_update_key)

    signing = commands.add_parser("sign-update", help="make the folder of a signed package")
    signing.add_argument("--package", type=Path, required=True, help="setup.exe")
    signing.add_argument("--version", required=True)
    signing.add_argument("--least", required=True, help="below it a desktop may read, not send")
    signing.add_argument("--private", type=Path, required=True, help="the key's file")
    signing.add_argument("--out", type=Path, required=True, help="for a server or a USB stick")
    signing.add_argument("--notes", default="")
    signing.add_argument("--notes-bn", default="")
    signing.set_defaults(run=_sign_update)

    publishing = commands.add_parser("publish-update", help="check a signed package and offer it")
    publishing.add_argument("--signed", type=Path, required=True, help="what sign-update made")
    publishing.add_argument("--public", required=True, help="the public half of the key")
    publishing.add_argument("--updates", type=Path, required=True, help="the folder that 'serve' is given")
    publishing.set_defaults(run=_publish_update)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wzpdcl-central", description=__doc__)
    commands = parser.add_subparsers(required=True)

    def add_database(command: argparse.ArgumentParser) -> None:
        command.add_argument(
            "--database", required=True, help="sqlite:///FILE or postgresql://USER@HOST/NAME"
        )

    def add_address(command: argparse.ArgumentParser) -> None:
        command.add_argument("--host", default="127.0.0.1")
        command.add_argument("--port", type=int, default=0, help="0: a free one")
        command.add_argument("--now", help="stop the clock at this instant (ISO 8601)")
        command.add_argument("--exit-with-parent", action="store_true", help="stop when stdin closes")

    serve = commands.add_parser("serve", help="serve a migrated database")
    add_database(serve)
    serve.add_argument("--blobs", type=Path, required=True, help="folder of the files")
    serve.add_argument("--updates", type=Path, help="folder of published packages of the desktop")
    add_address(serve)
    serve.set_defaults(run=_serve)

    migration = commands.add_parser("migrate", help="bring a database to the present schema")
    add_database(migration)
    migration.set_defaults(run=_migrate)

    restored = commands.add_parser(
        "new-epoch", help="after restoring a backup: let every desk take a fresh snapshot"
    )
    add_database(restored)
    restored.set_defaults(run=_new_epoch)

    commands.add_parser("openapi", help="print the OpenAPI document").set_defaults(run=_openapi)

    playing = commands.add_parser("practice", help="serve sample data, made on the first run")
    playing.add_argument("--folder", type=Path, required=True)
    playing.add_argument("--seed", type=int, default=7)
    playing.add_argument("--complaints", type=int, default=100_000)
    playing.add_argument("--quiet-customers", action="store_true", help="no new complaints by themselves")
    add_address(playing)
    playing.set_defaults(run=_practice)

    _add_update_commands(commands)

    officer = commands.add_parser("add-officer", help="make an account; the password is one line on stdin")
    add_database(officer)
    officer.add_argument("--id", required=True)
    officer.add_argument("--name", required=True)
    officer.add_argument("--name-bn")
    officer.add_argument("--designation", default="")
    officer.add_argument("--duty", required=True, action="append", choices=[duty.value for duty in Duty])
    officer.add_argument("--office")
    officer.add_argument("--circle")
    officer.set_defaults(run=_add_officer)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    log_to_stderr()
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
