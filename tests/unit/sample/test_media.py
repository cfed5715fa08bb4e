"""The files of the sample open as what they say they are."""

from __future__ import annotations

import hashlib
import io
import struct

from PIL import Image

from central_api.models import Blob, BlobUse, Complaint
from tests.unit.sample.conftest import Sample


def contents(sample: Sample, media_type: str) -> list[bytes]:
    rows = sample.rows(Blob, Blob.media_type == media_type)
    return [(sample.files / row["path"]).read_bytes() for row in rows]


def test_blobs_are_what_their_names_say(sample: Sample) -> None:
    for row in sample.rows(Blob):
        content = (sample.files / row["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["sha256"] == row["path"].replace("/", "")
        assert len(content) == row["size"]


def test_photos_open_and_some_are_turned_or_placed(sample: Sample) -> None:
    pictures = [Image.open(io.BytesIO(content)) for content in contents(sample, "image/jpeg")]
    assert len(pictures) == 12
    for picture in pictures:
        picture.load()
        assert sorted(picture.size) == [960, 1280]
    orientations = [picture.getexif().get(0x0112, 1) for picture in pictures]
    assert sorted(orientations)[-2:] == [6, 8]
    assert sum(bool(picture.getexif().get_ifd(0x8825)) for picture in pictures) == 2


def test_the_letter_is_a_pdf_of_three_pages(sample: Sample) -> None:
    (content,) = contents(sample, "application/pdf")
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert b"/Count 3" in content


def test_the_film_is_a_whole_avi(sample: Sample) -> None:
    (content,) = contents(sample, "video/x-msvideo")
    assert (content[:4], content[8:16]) == (b"RIFF", b"AVI LIST")
    assert struct.unpack("<I", content[4:8])[0] == len(content) - 8
    movi = content.index(b"movi")
    index = content.index(b"idx1", movi + struct.unpack("<I", content[movi - 4 : movi])[0])
    count = struct.unpack("<I", content[index + 4 : index + 8])[0] // 16
    assert count == struct.unpack("<I", content[48:52])[0] == 30
    for i in range(count):
        start = index + 8 + 16 * i
        name, _, offset, size = struct.unpack("<4sIII", content[start : start + 16])
        chunk = movi + offset
        assert content[chunk : chunk + 8] == name + struct.pack("<I", size)
        Image.open(io.BytesIO(content[chunk + 8 : chunk + 8 + size])).load()


def test_uses_and_attachments_agree(sample: Sample) -> None:
    shown = {(entry["sha256"], row["id"]) for row in sample.rows(Complaint) for entry in row["attachments"]}
    assert {(row["sha256"], row["complaint"]) for row in sample.rows(BlobUse)} == shown
    for row in sample.rows(Complaint):
        assert row["files"] == len(row["attachments"]) == len({e["sha256"] for e in row["attachments"]})
