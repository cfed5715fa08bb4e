"""Drawn pictures that stand for customers' photos: poles, wires, meters, bills. Each says it is a sample."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw

from central_api.sample.data_files import read_bytes

Colour = tuple[int, int, int]
SIZE = (1280, 960)
_DAY: tuple[Colour, Colour] = ((120, 150, 178), (206, 208, 190))
_DUSK: tuple[Colour, Colour] = ((196, 132, 72), (92, 62, 58))
_NIGHT: tuple[Colour, Colour] = ((22, 30, 42), (48, 52, 58))
_GREEN: Colour = (62, 80, 58)
_EARTH: Colour = (108, 98, 88)
_DARK: Colour = (40, 42, 46)
SUBJECTS = ("pole", "wire", "transformer", "fuse", "meter", "bill", "tree", "house")


def draw(subject: str, light: str, rng: Random) -> Image.Image:
    """A picture of a subject (one of ``SUBJECTS``) by ``day``, ``dusk`` or ``night``."""
    top, bottom = {"day": _DAY, "dusk": _DUSK, "night": _NIGHT}[light]
    picture = _sky(top, bottom)
    pen = ImageDraw.Draw(picture)
    if subject == "meter":
        _meter(pen, rng)
    elif subject == "bill":
        _bill(pen, rng)
    else:
        _ground(pen, rng)
        _pole(pen, lean=90 if subject == "pole" else 0)
        _wires(pen, sag=420 if subject == "wire" else 150)
        if subject in ("transformer", "fuse"):
            _transformer(pen, blown=subject == "fuse")
        elif subject == "tree":
            pen.ellipse((660, 120, 1240, 620), fill=(50, 72, 44))
        elif subject == "house":
            pen.rectangle((140, 470, 520, 840), fill=(150, 132, 112))
            pen.rectangle((260, 600, 380, 840), fill=_DARK)
    return mark(picture)


def mark(picture: Image.Image) -> Image.Image:
    """Put the words "নমুনা / sample" on a picture.

    They are a ready-made picture: a server need not have a Bangla font.
    """
    with Image.open(io.BytesIO(read_bytes("label.png"))) as label:
        picture.paste(label.convert("RGB"), (24, picture.height - label.height - 24), label.getchannel("A"))
    return picture


def _sky(top: Colour, bottom: Colour) -> Image.Image:
    shade = Image.linear_gradient("L").resize(SIZE)
    return Image.composite(Image.new("RGB", SIZE, bottom), Image.new("RGB", SIZE, top), shade)


def _ground(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    for _ in range(9):
        x, radius = rng.randint(0, SIZE[0]), rng.randint(90, 190)
        pen.ellipse((x - radius, 760 - radius, x + radius, 760 + radius), fill=_GREEN)
    pen.rectangle((0, 830, *SIZE), fill=_EARTH)


def _pole(pen: ImageDraw.ImageDraw, lean: int) -> None:
    pen.polygon([(628 + lean, 90), (652 + lean, 90), (660, 900), (620, 900)], fill=(112, 106, 100))
    pen.line((470 + lean, 170, 810 + lean, 170), fill=_DARK, width=18)
    for x in (490, 640, 790):
        pen.rectangle((x - 10 + lean, 120, x + 10 + lean, 165), fill=(130, 66, 48))


def _wires(pen: ImageDraw.ImageDraw, sag: int) -> None:
    for start in (130, 150, 172):
        pen.arc((-700, start - sag, 640, start + sag), 10, 90, fill=_DARK, width=4)
        pen.arc((640, start - sag, 1980, start + sag), 90, 170, fill=_DARK, width=4)


def _transformer(pen: ImageDraw.ImageDraw, *, blown: bool) -> None:
    pen.rounded_rectangle((520, 420, 760, 680), 16, fill=(138, 146, 154))
    for x in range(545, 745, 40):
        pen.rectangle((x, 470, x + 18, 650), fill=(100, 106, 114))
    for i, x in enumerate((560, 640, 720)):
        pen.rectangle((x - 9, 370, x + 9, 420), fill=(126, 70, 50))
        if blown and i == 2:
            pen.line((x, 290, x + 50, 350), fill=(20, 18, 18), width=18)
        else:
            pen.rectangle((x - 8, 260, x + 8, 340), fill=(178, 160, 130))


def _meter(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    pen.rectangle((0, 0, *SIZE), fill=(168, 158, 146))
    pen.rounded_rectangle((400, 160, 880, 800), 40, fill=(228, 230, 228), outline=_DARK, width=8)
    pen.rectangle((470, 250, 810, 380), fill=(158, 176, 150))
    pen.text((520, 270), f"{rng.randint(1000, 99999):05d}", fill=_DARK, font_size=84)
    pen.ellipse((560, 660, 720, 820), fill=(52, 40, 36))


def _bill(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    pen.rectangle((0, 0, *SIZE), fill=(120, 96, 76))
    pen.polygon([(300, 80), (1010, 120), (970, 900), (270, 860)], fill=(246, 244, 236))
    for y in range(220, 800, 56):
        pen.rectangle((360, y, 360 + rng.randint(260, 520), y + 14), fill=(150, 150, 150))
    pen.rectangle((720, 640, 920, 720), outline=(178, 40, 34), width=8)
