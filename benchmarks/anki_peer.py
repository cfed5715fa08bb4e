"""The peer of `sync`: records as notes, by row sync from one desk over Anki's own server to another.

Run with the Python of an environment that has Anki and nothing of this project.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from anki.collection import AddNoteRequest, Collection  # type: ignore[import-not-found]

_USER = ("desk", "desk")
_AT_ONCE = 5_000


def main() -> None:
    """``anki_peer.py FOLDER RECORDS.json DELTA``; the figures as one line of JSON on stdout."""
    folder, given, delta = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    records = json.loads(given.read_text(encoding="utf-8"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"SYNC_USER1": ":".join(_USER), "SYNC_BASE": str(folder / "server")}
    settings |= {"SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port), "RUST_LOG": "error"}
    server = subprocess.Popen(
        [sys.executable, "-I", "-m", "anki.syncserver"], env={**os.environ, **settings}, stdout=sys.stderr
    )
    try:
        until = time.monotonic() + 30
        while socket.socket().connect_ex(("127.0.0.1", port)):
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(0.1)
        print(json.dumps(_measure(folder, f"http://127.0.0.1:{port}/", records, delta)))
    finally:
        server.terminate()
        server.wait(10)


def _measure(folder: Path, url: str, records: list[tuple[int, str]], delta: int) -> dict[str, Any]:
    # Both begin with the same empty collection: from then on rows are synchronised, no whole files.
    sender, auth = _collection(folder / "sender.anki2", url, upload=True)
    reader, _ = _collection(folder / "reader.anki2", url, upload=False)
    kind = sender.models.by_name("Basic")
    deck = sender.decks.id("Default")
    for begin in range(0, len(records), _AT_ONCE):
        requests = []
        for number, content in records[begin : begin + _AT_ONCE]:
            note = sender.new_note(kind)
            note.fields = [str(number), content]
            requests.append(AddNoteRequest(note, deck))
        sender.add_notes(requests)
    _synchronise(sender, auth)
    seconds = _synchronise(reader, auth)
    notes = reader.note_count()
    changed = [sender.get_note(id_) for id_ in sender.find_notes("")[:delta]]
    for note in changed:
        note.fields[1] += " "
    sender.update_notes(changed)
    _synchronise(sender, auth)
    delta_seconds = _synchronise(reader, auth)
    if any(reader.get_note(note.id).fields != note.fields for note in changed):
        raise RuntimeError("a changed note did not come")
    return {"notes": notes, "seconds": seconds, "delta_seconds": delta_seconds}


def _collection(path: Path, url: str, *, upload: bool) -> tuple[Any, Any]:
    collection = Collection(str(path))
    auth = collection.sync_login(*_USER, url)
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    collection.reopen(after_full_sync=True)
    return collection, auth


def _synchronise(collection: Any, auth: Any) -> float:
    begun = time.monotonic()
    answer = collection.sync_collection(auth, False)
    spent = time.monotonic() - begun
    if answer.required not in (answer.NO_CHANGES, answer.NORMAL_SYNC):
        raise RuntimeError(f"no row sync: {answer.required}")
    return spent


if __name__ == "__main__":
    main()
