"""The yardstick of an empty poll: a bare FastAPI route that knows its caller and reads one row by its key."""

from __future__ import annotations

import sys
from pathlib import Path

from fastapi import FastAPI, Response
from sqlalchemy import select

from central_api.central import Access, Central, CentralDep
from central_api.db import Database
from central_api.http import HANDLERS
from central_api.models import Complaint
from central_api.serving import run
from central_api.settings import Settings
from central_api.updates import Updates
from central_api.wakeup import Wakeup


def read_version(number: int, central: CentralDep, access: Access) -> Response:
    """The version of a complaint, to anybody who is signed in."""
    with central.database.read() as session:
        central.caller(session, access)
        version = session.scalars(select(Complaint.version).where(Complaint.id == number)).one()
    return Response(f'{{"version":{version}}}', media_type="application/json")


def main() -> None:
    """Serve a database until stdin closes: no limits, no headers of every answer, no log."""
    url = sys.argv[1]
    app = FastAPI(exception_handlers=HANDLERS)
    app.state.central = Central(Settings(url, Path()), Database(url), Wakeup(), Updates(None))
    app.add_api_route("/version/{number}", read_version)
    run(app, "127.0.0.1", 0, exit_with_parent=True)


if __name__ == "__main__":
    main()
