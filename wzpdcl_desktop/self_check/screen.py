"""What Qt has to do here: windows, fonts, Bangla shaping, languages, PDF. Nothing is shown."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QResource, QTranslator, qVersion
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPixmap,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QMainWindow

from wzpdcl_desktop import assets
from wzpdcl_desktop.gui.actions import SPECS
from wzpdcl_desktop.gui.errors import WORDS
from wzpdcl_desktop.gui.theme import FAMILY, load_fonts
from wzpdcl_desktop.self_check.report import Check, WrongError, check

#: Conjuncts that come apart first where shaping is wrong.
CONJUNCTS = ("ক্ষ", "জ্ঞ", "ষ্ট্র", "ন্ত্র", "স্ত্র", "ক্ষ্ম", "ঙ্ক্ষ", "ত্ত্ব", "দ্ধ", "ম্প্র", "ঞ্চ", "ণ্ড")
_HASANTA = "\N{BENGALI SIGN VIRAMA}"
_PIXELS = 48
#: A conjunct is narrower than its letters side by side, which is what a missing ligature looks like.
_JOINED = 0.9
_PAGE = "ওজোপাডিকো Self-check"


def checks() -> Iterator[Check]:
    """All of them; an application must be there."""
    translate = QCoreApplication.translate
    again = translate("SelfCheck", "Install the program again; look whether the antivirus took files away.")
    yield check("qt", windows, again)
    yield check("fonts", fonts, again)
    yield check("bangla", bangla, again)
    yield check("translations", translations, again)
    yield check("pdf", pdf, again)


def windows() -> str:
    """A window with a picture draws itself."""
    if not QResource.registerResource(str(assets.resources_file())):
        raise WrongError(QCoreApplication.translate("SelfCheck", "The program's pictures are not there"))
    window = QMainWindow()
    label = QLabel(_PAGE)
    logo = QIcon(":/icons/app.svg").pixmap(64, 64)
    label.setPixmap(logo)
    window.setCentralWidget(label)
    picture = window.grab()
    if _blank(logo) or _blank(picture):
        raise WrongError(QCoreApplication.translate("SelfCheck", "A window stays empty"))
    return f"Qt {qVersion()}, {QGuiApplication.platformName()}"


def fonts() -> str:
    """The program's own font is in use, not one that looks like it."""
    load_fonts()
    if FAMILY not in QFontDatabase.families():
        raise WrongError(QCoreApplication.translate("SelfCheck", "The font {0} is missing").format(FAMILY))
    return f"{FAMILY}: {', '.join(QFontDatabase.styles(FAMILY))}"


def bangla() -> str:
    """Hard conjuncts become one sign: every glyph is there, and together they are narrower than apart."""
    translate = QCoreApplication.translate
    broken = [conjunct for conjunct in CONJUNCTS if not joins(conjunct)]
    if broken:
        raise WrongError(translate("SelfCheck", "These come apart: {0}").format(" ".join(broken)))
    return translate("SelfCheck", "{0} conjuncts are whole").format(len(CONJUNCTS))


def joins(conjunct: str, family: str = FAMILY) -> bool:
    """Whether a conjunct is drawn as one sign."""
    glyphs, width, families = _shape(conjunct, family)
    parts = [_shape(letter, family) for letter in conjunct.split(_HASANTA)]
    apart = sum(part[1] for part in parts)
    return 0 not in glyphs and width < apart * _JOINED and families == {family}


def _shape(text: str, family: str) -> tuple[list[int], float, set[str]]:
    """Glyph numbers, width and the fonts that were really used."""
    font = QFont(family)
    font.setPixelSize(_PIXELS)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    glyphs = [glyph for run in runs for glyph in run.glyphIndexes()]
    return glyphs, line.naturalTextWidth(), {run.rawFont().familyName() for run in runs}


def translations() -> str:
    """Both languages load, and Bangla has every action and every error."""
    translate = QCoreApplication.translate
    bangla_texts = _translator("bn")
    english = _translator("en")
    wanted = [("Actions", str(spec.text)) for spec in SPECS]
    wanted += [("Errors", str(text)) for pair in WORDS.values() for text in pair]
    missing = [text for context, text in wanted if not bangla_texts.translate(context, text)]
    if missing:
        raise WrongError(translate("SelfCheck", "No Bangla for: {0}").format(", ".join(missing[:3])))
    if not english.translate("Language", "%Ln day(s)", "", 2):
        raise WrongError(translate("SelfCheck", "The English plurals are missing"))
    return translate("SelfCheck", "Bangla and English")


def _translator(code: str) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(assets.translations_folder() / f"{code}.qm")):
        raise WrongError(
            QCoreApplication.translate("SelfCheck", "The language file {0} is missing").format(
                Path(f"{code}.qm").name
            )
        )
    return translator


def pdf() -> str:
    """A page in Bangla is written, read back and drawn."""
    translate = QCoreApplication.translate
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(writer)
    font = QFont(FAMILY)
    font.setPointSize(30)
    painter.setFont(font)
    painter.drawText(200, 2000, _PAGE)
    painter.end()
    buffer.close()
    qtpdf = importlib.import_module("PySide6.QtPdf")
    document = qtpdf.QPdfDocument()
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    if document.pageCount() != 1:
        raise WrongError(translate("SelfCheck", "What was written is no PDF"))
    page = document.pagePointSize(0).toSize()
    picture: QImage = document.render(0, page)
    whole = document.getAllText(0).text()
    document.close()
    if _blank(QPixmap.fromImage(picture)) or "Self-check" not in whole:
        raise WrongError(translate("SelfCheck", "The page of the PDF stays empty"))
    return translate("SelfCheck", "Written and read back: {0} bytes").format(content.size())


def _blank(picture: QPixmap) -> bool:
    """Whether all of a picture has one colour."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = bytes(image.constBits())
    return len(pixels) < 4 or pixels == pixels[:4] * (len(pixels) // 4)
