"""Sessions that trust what this PC trusts. Loaded when the network is first used, not at the start."""

from __future__ import annotations

import ssl

import requests
import truststore

from wzpdcl_desktop.api.transport import make_session


def session(*, compressed: bool) -> requests.Session:
    """A session for one thread; certificates are checked against the PC's own store."""
    return make_session(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), compressed=compressed)
