"""A page from the program's own scheme, in WebEngine: what the map is made of.

WebEngine is loaded here and nowhere at the program's start. Where it cannot start it may end its process:
this runs in a process of its own.
"""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
    qWebEngineChromiumVersion,
)

from wzpdcl_desktop.self_check.report import Check, WrongError, check

SCHEME = b"wzpdcl-check"
_SECONDS = 25
_PAGE = """<!doctype html><html lang="bn"><meta charset="utf-8"><title>-</title><canvas id="c"></canvas>
<script>
const pen = document.getElementById("c").getContext("2d");
pen.font = "40px sans-serif";
document.title = JSON.stringify({width: pen.measureText("ওজোপাডিকো").width, origin: location.protocol});
</script>"""


def register_scheme() -> None:
    """Name the scheme; before there is an application."""
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Path)
    flags = QWebEngineUrlScheme.Flag
    scheme.setFlags(flags.SecureScheme | flags.LocalAccessAllowed | flags.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def checks() -> list[Check]:
    """The one check; an application must be there."""
    return [check("web_engine", page, remedy(), needed=False)]


def remedy() -> str:
    """What helps where the map cannot start."""
    return QCoreApplication.translate(
        "SelfCheck",
        "Everything but the map works without it. Install the program again; on Linux install the "
        "libraries that docs/deploying.md names.",
    )


class _Handler(QWebEngineUrlSchemeHandler):
    """Serves the one page."""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer every address with it."""
        body = QBuffer(job)
        body.setData(QByteArray(_PAGE.encode()))
        job.reply(QByteArray(b"text/html"), body)


def page() -> str:
    """The page runs its script and measures Bangla text."""
    translate = QCoreApplication.translate
    profile = QWebEngineProfile()  # without a name: nothing is kept
    handler = _Handler()
    profile.installUrlSchemeHandler(QByteArray(SCHEME), handler)
    web, loop = QWebEnginePage(profile), QEventLoop()
    said: list[dict[str, Any]] = []

    def titled(title: str) -> None:
        try:
            said.append(json.loads(title))
        except ValueError:
            return  # the address, until the page has its own title
        loop.quit()

    web.titleChanged.connect(titled)
    web.renderProcessTerminated.connect(lambda *_: loop.quit())
    QTimer.singleShot(_SECONDS * 1000, loop.quit)
    web.load(QUrl(SCHEME.decode() + ":page"))
    if not said:
        loop.exec()
    web.deleteLater()  # before its profile
    QCoreApplication.sendPostedEvents(web, 0)
    if not any(one.get("width", 0) > 0 for one in said if isinstance(one, dict)):
        raise WrongError(translate("SelfCheck", "The page did not come up"))
    return f"Chromium {qWebEngineChromiumVersion()!s}"
