"""Files of the sample: photos, a letter and a short film; kept by content, as the server keeps uploads."""

from __future__ import annotations

import hashlib
import io
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from central_api.sample.avi import write_avi
from central_api.sample.data_files import read_bytes
from central_api.sample.drawings import draw, mark
from central_api.sample.timeline import random_uuid

_PHOTOS = (
    ("fuse", "day"), ("transformer", "dusk"), ("transformer", "day"), ("wire", "day"), ("wire", "dusk"),
    ("pole", "day"), ("pole", "dusk"), ("tree", "day"), ("meter", "day"), ("bill", "day"),
    ("house", "night"), ("house", "dusk"),
)  # fmt: skip
#: Positions in _PHOTOS, by the group of the category.
_FITTING = {
    "transformer": (0, 1, 2),
    "safety": (3, 4, 5, 6, 7),
    "line": (3, 4, 6),
    "meter": (8,),
    "bill": (9,),
    "supply": (10, 11, 1),
    "other": (11, 9),
}
#: These were taken with the phone on its side, and say so (EXIF orientation 6 and 8).
_TURNED = {1: 6, 6: 8}
_ORIENTATION, _TAKEN, _GPS = 0x0112, 0x0132, 0x8825
_FILM_SIZE = (320, 240)
_FILM_RATE = 10
_FILM_FRAMES = 30


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of the sample. ``name`` is what the customer called it."""

    name: str
    media_type: str
    content: bytes
    sha256: str

    @property
    def path(self) -> str:
        """Where it lies, relative to the blob folder."""
        return f"{self.sha256[:2]}/{self.sha256[2:]}"


class Files:
    """Draws all files in memory; ``write`` puts them into the blob folder."""

    def __init__(self, rng: Random) -> None:
        self.photos = [
            _file("ছবি.jpg", "image/jpeg", _photo(rng, i, *spec)) for i, spec in enumerate(_PHOTOS)
        ]
        self.letter = _file("আবেদন.pdf", "application/pdf", _letter())
        self.film = _file("ভিডিও.avi", "video/x-msvideo", _film(rng))

    def all(self) -> list[MediaFile]:
        """Every file once."""
        return [*self.photos, self.letter, self.film]

    def write(self, folder: Path) -> None:
        """Write the files to ``folder/ab/cdef…``."""
        for file in self.all():
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)

    def for_category(self, rng: Random, category: str, count: int | None = None) -> list[dict[str, Any]]:
        """Attachment entries that fit a category: photos; four are two photos, film and letter."""
        fitting = list(_FITTING[category.partition(".")[0]])
        if count is None:
            count = min(1 + int(rng.random() ** 2 * 3), len(fitting))
        chosen = [
            self.photos[i] for i in (fitting if count >= 3 else rng.sample(fitting, min(count, len(fitting))))
        ]
        if count >= 4:
            chosen = [*chosen[:2], self.film, self.letter]
        chosen += [file for file in (self.letter, self.film) if file not in chosen][: count - len(chosen)]
        return [_entry(rng, file, i) for i, file in enumerate(chosen[:count], 1)]


def _entry(rng: Random, file: MediaFile, number: int) -> dict[str, Any]:
    digit = "০১২৩৪৫৬৭৮৯"[number]
    return {
        "id": random_uuid(rng),
        "name": file.name.replace("ছবি", f"ছবি {digit}"),
        "media_type": file.media_type,
        "size": len(file.content),
        "sha256": file.sha256,
    }


def _file(name: str, media_type: str, content: bytes) -> MediaFile:
    return MediaFile(name, media_type, content, hashlib.sha256(content).hexdigest())


def _photo(rng: Random, index: int, subject: str, light: str) -> bytes:
    picture = draw(subject, light, rng)
    exif = Image.Exif()
    exif[_TAKEN] = "2026:11:22 11:41:00"
    turned = _TURNED.get(index, 1)
    if turned != 1:
        exif[_ORIENTATION] = turned
        picture = picture.rotate(90 if turned == 6 else -90, expand=True)
    if index in (0, 3):
        # Invented, near Satrasta More: 22°48'48.2" N, 89°34'1.6" E.
        exif[_GPS] = {1: "N", 2: (22.0, 48.0, 48.2), 3: "E", 4: (89.0, 34.0, 1.6)}
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=88, exif=exif)
    return stream.getvalue()


def _letter() -> bytes:
    """Three pages; the words are ready-made pictures, so that a server need not have a Bangla font."""
    pages = []
    with Image.open(io.BytesIO(read_bytes("letter.png"))) as words:
        words.load()
        for number in range(1, 4):
            page = Image.new("RGB", (1240, 1754), "white")
            page.paste(words.convert("RGB"), (120, 160), words.getchannel("A"))
            pen = ImageDraw.Draw(page)
            for y in range(160 + words.height + 60, 1480, 64):
                pen.line((120, y, 1120 if y % 3 else 900, y), fill=(190, 190, 190), width=3)
            pen.text((600, 1660), f"{number}/3", fill="black", font_size=32)
            pages.append(mark(page))
    stream = io.BytesIO()
    # Without a fixed time the file would differ from run to run.
    fixed = time.struct_time((2026, 11, 22, 6, 0, 0, 0, 0, 0))
    pages[0].save(
        stream, "PDF", save_all=True, append_images=pages[1:], resolution=150,
        title="Sample", creationDate=fixed, modDate=fixed,
    )  # fmt: skip
    return stream.getvalue()


def _film(rng: Random) -> bytes:
    """Three seconds of a fuse that sparks at dusk."""
    scene = draw("fuse", "dusk", rng).resize(_FILM_SIZE)
    frames = []
    for _ in range(_FILM_FRAMES):
        frame = scene.copy()
        pen = ImageDraw.Draw(frame)
        for _ in range(rng.randint(0, 6)):
            x, y = 190 + rng.randint(-14, 14), 82 + rng.randint(-12, 12)
            pen.ellipse((x - 2, y - 2, x + 2, y + 2), fill=(255, 230, 150))
        stream = io.BytesIO()
        frame.save(stream, "JPEG", quality=80)
        frames.append(stream.getvalue())
    return write_avi(frames, *_FILM_SIZE, _FILM_RATE)
