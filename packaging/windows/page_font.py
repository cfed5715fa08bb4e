"""Makes one font of a Bangla and a Latin one, for pictures of setup's pages.

Use: ``page_font.py BANGLA LATIN OUT NAME``, with the system's Python and Debian's fontTools. Windows has both
scripts in Nirmala UI; Wine shapes Bangla well only with older tables, as Lohit Bengali has them; that has no
Latin. The font is never in the installer.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

_LATIN = [*range(0x20, 0x180), *range(0x200B, 0x200E), *range(0x2010, 0x2027)]
_OF_ONE_FONT_ONLY = ("FFTM", "cvt ", "gasp", "fpgm", "prep")
_FAMILY, _FULL_NAME, _POSTSCRIPT = (1, 16), 4, 6


def main(bangla: str, latin: str, out: str, name: str) -> None:
    """Write the font."""
    first, second = TTFont(bangla), TTFont(latin)
    options = Options()
    options.layout_features = []
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_LATIN)
    subsetter.subset(second)
    for table in _OF_ONE_FONT_ONLY:
        if table in first:
            del first[table]
    scale_upem(first, second["head"].unitsPerEm)
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / "bangla.ttf", Path(folder) / "latin.ttf"]
        first.save(parts[0])
        second.save(parts[1])
        font = Merger().merge([str(part) for part in parts])
    for record in font["name"].names:
        if record.nameID in (*_FAMILY, _FULL_NAME):
            record.string = name
        elif record.nameID == _POSTSCRIPT:
            record.string = name.replace(" ", "")
    font["OS/2"].ulCodePageRange1 |= 1  # Latin 1
    font.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:5])
