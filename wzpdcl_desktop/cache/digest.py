"""A fingerprint of complaints that desk and server compute alike.

The shape is written down in docs/digest.md.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

#: What a row of `digest_of` holds, in this order.
COLUMNS = ("id", "state", "version", "timeline", "rating", "rating_text")


def digest_of(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """The digest of complaints, which must come sorted by id.

    Returns:
        ``{"digest", "complaints", "states": {state: n}, "messages", "feedback"}``.
    """
    sha = hashlib.sha256()
    states: Counter[str] = Counter()
    messages = feedback = 0
    for number, state, version, timeline, rating, rating_text in rows:
        texts = [f"{entry['id']}:{entry['text']}" for entry in json.loads(timeline) if entry.get("text")]
        stars = "" if rating is None else rating
        sha.update(
            f"{number}|{state}|{version}|{';'.join(sorted(texts))}|{stars}|{rating_text or ''}\n".encode()
        )
        states[state] += 1
        messages += len(texts)
        feedback += rating is not None
    return {
        "digest": sha.hexdigest(),
        "complaints": states.total(),
        "states": dict(sorted(states.items())),
        "messages": messages,
        "feedback": feedback,
    }
