"""The language of the screen, switched at run time, and how numbers, times and names are written in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator, Signal

from wzpdcl_desktop.domain.reference import Named
from wzpdcl_desktop.domain.working_time import WORKDAY_MS

BANGLA, ENGLISH = "bn", "en"
_LOCALES = {
    BANGLA: QLocale(QLocale.Language.Bangla, QLocale.Country.Bangladesh),
    ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
_DHAKA = ZoneInfo("Asia/Dhaka")
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


class Language(QObject):
    """The current language: ``bn`` or ``en``.

    Args:
        folder: Where ``bn.qm`` and ``en.qm`` lie.
        code: The language to begin with.

    Attributes:
        changed: After the switch, when texts are already in the new language.
    """

    changed = Signal()

    def __init__(self, folder: Path, code: str = BANGLA, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._translator: QTranslator | None = None
        self._not_shown: QTranslator | None = None
        self._code = ""
        self.set(code)

    @property
    def code(self) -> str:
        """``bn`` or ``en``."""
        return self._code

    @property
    def locale(self) -> QLocale:
        """Number, date and collation rules of the language."""
        return _LOCALES[self._code]

    @property
    def other(self) -> str:
        """The code of the language that is not shown."""
        return ENGLISH if self._code == BANGLA else BANGLA

    def set(self, code: str) -> None:
        """Switch. Every widget has had its ``LanguageChange`` when this returns."""
        code = code if code in _LOCALES else BANGLA
        if code == self._code:
            return
        self._code = code
        QLocale.setDefault(_LOCALES[code])
        translator = QTranslator(self)
        translator.load(str(self._folder / f"{code}.qm"))
        previous, self._translator = self._translator, translator
        QCoreApplication.installTranslator(translator)
        if previous is not None:
            QCoreApplication.removeTranslator(previous)
            previous.deleteLater()
        self._not_shown = None
        # Qt posts the change to each window; sent now, no half of the screen stays in the old language.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        self.changed.emit()

    def both(self, context: str, source: str) -> tuple[str, str]:
        """A text in the language that is shown and in the other one: who searches may type either."""
        if self._not_shown is None:
            self._not_shown = QTranslator(self)
            self._not_shown.load(str(self._folder / f"{self.other}.qm"))
        other = self._not_shown.translate(context, source) or source
        return QCoreApplication.translate(context, source), other

    def number(self, value: int) -> str:
        """A quantity, with the grouping and digits of the language: ``১২,৪৮০``."""
        return self.locale.toString(value)

    def digits(self, text: str | int) -> str:
        """Digits in the script of the language, without grouping: for complaint numbers, phones, sizes."""
        text = str(text)
        return text.translate(_TO_BANGLA) if self._code == BANGLA else text

    def time(self, ms: int) -> str:
        """The time of day in Dhaka, 24 hours: ``১৩:৪৬``."""
        return self.digits(f"{_dhaka(ms):%H:%M}")

    def date(self, ms: int, now: int | None = None) -> str:
        """Day and month: ``২৮ নভেম্বর``; with the year if it is not the year of ``now``."""
        day = _dhaka(ms)
        text = f"{day.day} {self._month(day.month)}"
        if now is not None and _dhaka(now).year != day.year:
            text += f" {day.year}"
        return self.digits(text)

    def day_time(self, ms: int, now: int) -> str:
        """Day and time as a person says it: today, yesterday or tomorrow by name, else the date."""
        distance = (_dhaka(ms).date() - _dhaka(now).date()).days
        names = {0: self.tr("today"), -1: self.tr("yesterday"), 1: self.tr("tomorrow")}
        return f"{names.get(distance) or self.date(ms, now)} {self.time(ms)}"

    def countdown(self, ms_left: int, *, working: bool = False) -> str:
        """Hours and minutes (``১:৪৩``), or days when a day or more is left. What is overdue counts up.

        Args:
            working: Only office hours counted: a day is what an office works in one.
        """
        amount = abs(ms_left)
        if working and amount >= WORKDAY_MS:
            return self.tr("%Ln working day(s)", "", amount // WORKDAY_MS)
        if amount >= _DAY:
            return self.tr("%Ln day(s)", "", amount // _DAY)
        return self.digits(f"{amount // _HOUR}:{amount % _HOUR // _MINUTE:02}")

    def duration(self, ms: int, *, working: bool = False) -> str:
        """A span in words: ``১ ঘ. ৪৩ মি.``, or days; of office hours ``২ কর্মদিবস ৩ ঘণ্টা``."""
        amount = abs(ms)
        if working and amount >= WORKDAY_MS:
            days = self.tr("%Ln working day(s)", "", amount // WORKDAY_MS)
            hours = amount % WORKDAY_MS // _HOUR
            return f"{days} {self.tr('%Ln hour(s)', '', hours)}" if hours else days
        if amount >= _DAY:
            return self.tr("%Ln day(s)", "", amount // _DAY)
        hours, minutes = amount // _HOUR, amount % _HOUR // _MINUTE
        if not hours:
            return self.tr("{0} min").format(self.digits(minutes))
        return self.tr("{0} h {1} min").format(self.digits(hours), self.digits(minutes))

    def phone(self, e164: str) -> str:
        """A mobile number as people write it here: ``০১৭০০-০০০২০৭``."""
        local = "0" + e164[4:] if e164.startswith("+880") else e164
        if len(local) == 11 and local.startswith("0"):
            local = f"{local[:5]}-{local[5:]}"
        return self.digits(local)

    def name(self, named: Named) -> str:
        """The name in the language; the other one where it is empty."""
        return named.label(self._code) or named.name or named.name_bn

    def _month(self, month: int) -> str:
        form = QLocale.FormatType.LongFormat if self._code == BANGLA else QLocale.FormatType.ShortFormat
        return self.locale.monthName(month, form)


def _dhaka(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, _DHAKA)
