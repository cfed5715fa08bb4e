"""The application: the same for practice mode, tests and production."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from central_api import openapi
from central_api.central import Central
from central_api.db import Database
from central_api.http import HANDLERS, Shell
from central_api.maintenance import clear_away
from central_api.routes import attachments, auth, commands, desk, sync, updates
from central_api.settings import Settings
from central_api.updates import Updates
from central_api.wakeup import Wakeup

logger = logging.getLogger("central")
_DAY_SECONDS = 86_400


class CentralApp(FastAPI):
    """FastAPI with the complete OpenAPI document."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document."""
        return openapi.build(self)


def create_app(settings: Settings) -> FastAPI:
    """The application on a database that has the present schema. Nothing is opened before it starts."""
    central = Central(settings, Database(settings.database_url), Wakeup(), Updates(settings.updates_folder))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        central.wakeup.start()
        async with _background(central):
            yield
        central.wakeup.close()
        central.database.dispose()

    app = CentralApp(
        title="WZPDCL central API",
        version="1.0.0",
        description="Complaints, directory and synchronisation. The reasons are in docs/api.md.",
        lifespan=lifespan,
        exception_handlers=HANDLERS,
        middleware=[Middleware(Shell, settings=settings)],
        redoc_url=None,
    )
    app.state.central = central
    for module in (desk, auth, sync, commands, attachments, updates):
        app.include_router(module.router)
    return app


@asynccontextmanager
async def _background(central: Central) -> AsyncIterator[None]:
    tasks = [
        asyncio.create_task(central.wakeup.watch(central.database, central.settings.watch_seconds)),
        asyncio.create_task(_clear_away_daily(central)),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def _clear_away(central: Central) -> None:
    with central.database.write() as session:
        clear_away(session, central.settings)


async def _clear_away_daily(central: Central) -> None:
    while True:
        await asyncio.sleep(_DAY_SECONDS)
        try:
            await run_in_threadpool(_clear_away, central)
        except SQLAlchemyError as error:
            logger.warning("could not clear away: %s", type(error).__name__)
