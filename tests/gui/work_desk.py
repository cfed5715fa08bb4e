"""A whole desk on invented complaints, over real encrypted stores: those of the target pictures, and more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.unit.cache.samples import HOUR, NOW, Desk, complaint, entry, open_desk, page, reference
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.feed import ComplaintTuple
from wzpdcl_desktop.domain.link import LinkState, LinkStatus, Stage
from wzpdcl_desktop.domain.people import Action, ActionRule, Duty, Me
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.directory import DirectoryService
from wzpdcl_desktop.services.drafts import DraftService
from wzpdcl_desktop.services.outbox import OutboxService
from wzpdcl_desktop.services.settings import Settings

MINUTE = 60_000
_OPEN = frozenset({"inbox", "in_progress"})
RULES = (
    ActionRule(Action.ACCEPT, frozenset({"inbox"}), "in_progress", frozenset({"text"})),
    ActionRule(Action.MESSAGE, _OPEN | {"resolved", "cancelled"}, None, frozenset({"text"})),
    ActionRule(Action.RESOLVE, frozenset({"in_progress"}), "resolved", frozenset()),
    ActionRule(Action.CANCEL, _OPEN, "cancelled", frozenset({"text", "reason"})),
)
ME = Me("xen.khulna1", "A. Islam", "আ. ইসলাম", "XEN", Duty.OFFICE_HEAD, "khulna-1", None, (), RULES)

_FEEDERS = {
    "bagmara": ("Bagmara", "বাগমারা", "zakir"),
    "ferryghat": ("Ferryghat", "ফেরিঘাট", "shiuli"),
    "dolkhola": ("Dolkhola", "দোলখোলা", "nahid"),
    "tutpara": ("Tutpara", "টুটপাড়া", "zakir"),
    "circuit": ("Circuit House", "সার্কিট হাউজ", "anupam"),
    "munshi": ("Munshipara", "মুন্সীপাড়া", "anupam"),
}
_OFFICERS = {
    "zakir": ("Zakir Hossain", "জাকির হোসেন"),
    "shiuli": ("Shiuli Akter", "শিউলি আক্তার"),
    "nahid": ("Nahid Hasan", "নাহিদ হাসান"),
    "anupam": ("Anupam Roy", "অনুপম রায়"),
}
_CATEGORIES = {
    "line": ("Line", "লাইন", None),
    "line.wire": ("Hanging wire (dangerous)", "তার ঝুলে থাকা (বিপজ্জনক)", "line"),
    "line.power": ("No supply", "বিদ্যুৎ নেই", "line"),
    "line.loose": ("Service loose connection", "সার্ভিস লুজ কানেকশন", "line"),
    "line.jumper": ("LT jumper off", "এলটি জাম্পার ছেঁড়া", "line"),
    "line.fuse": ("Transformer fuse (DOF) blown", "ট্রান্সফরমার ফিউজ (ডিওএফ) পোড়া", "line"),
    "line.low": ("Low voltage", "লো ভোল্টেজ", "line"),
    "meter": ("Meter", "মিটার", None),
    "meter.burnt": ("Burnt meter", "মিটার পোড়া", "meter"),
    "meter.token": ("Prepaid token rejected", "প্রিপেইড টোকেন নেয় না", "meter"),
    "line.oil": ("Transformer oil low", "ট্রান্সফরমারের তেল কম", "line"),
    "bill": ("Bill", "বিল", None),
    "bill.excess": ("Excess bill", "অতিরিক্ত (ভূতুড়ে) বিল", "bill"),
}
_CANNED = (
    ("message", "Crew sent", "লোক যাচ্ছে", "The crew is on its way.", "লোক রওনা হয়েছে।"),
    (
        "message",
        "Fixed in 1 h",
        "১ ঘণ্টায় ঠিক হবে",
        "It will be fixed within an hour.",
        "এক ঘণ্টার মধ্যে ঠিক হবে।",
    ),
    ("message", "Needs parts", "মালামাল লাগবে", "Parts are needed.", "মালামাল লাগবে, আমরা আনছি।"),
    ("message", "Keep away", "দূরে থাকুন", "Keep away from the wire.", "ছেঁড়া তারের কাছে যাবেন না।"),
    (
        "message",
        "Fixed by",
        "কখন ঠিক হবে",
        "Dear {customer}, complaint {number} on {feeder}: settled by {time}.",
        "প্রিয় {গ্রাহক}, {ফিডার} ফিডারের {নম্বর} নম্বর অভিযোগ {সময়}-এর মধ্যে মিটবে।",
    ),
    ("accept", "Crew sent", "লোক যাচ্ছে", "The crew is on its way.", "লোক রওনা হয়েছে।"),
    ("accept", "Keep away", "দূরে থাকুন", "Keep away from the wire.", "ছেঁড়া তারের কাছে যাবেন না।"),
    ("resolve", "Supply is back", "বিদ্যুৎ এসেছে", "Supply is back.", "বিদ্যুৎ এসেছে।"),
)
_REASONS = (
    (
        "duplicate",
        "Same complaint",
        "একই অভিযোগ",
        "It is handled under another number.",
        "এটি অন্য নম্বরে দেখা হচ্ছে।",
    ),
    (
        "customer",
        "Customer's own line",
        "গ্রাহকের নিজের লাইন",
        "The fault is in your own wiring.",
        "সমস্যাটি আপনার ঘরের লাইনে।",
    ),
)
#: number, minutes left, category, words, customer, place, feeder, time it came, files, calls
_QUEUE: tuple[tuple[int, int, str, str, str, str, str, str, int, int], ...] = (
    (418179, -42, "line.wire", "রাস্তার ওপর নিচু হয়ে আছে", "সেলিনা পারভীন", "মুসলমানপাড়া", "bagmara", "09:21", 2, 1),
    (
        418184,
        -6,
        "line.power",
        "সকাল থেকে পুরো বাড়িতে নেই",
        "মোঃ রফিকুল ইসলাম",
        "রূপসা ট্রাফিক মোড়",
        "ferryghat",
        "09:57",
        0,
        3,
    ),
    (
        418190,
        28,
        "line.loose",
        "আলো কমে-বাড়ে, স্পার্ক হয়",
        "তাপস কুমার বিশ্বাস",
        "শান্তিধাম মোড়",
        "dolkhola",
        "10:31",
        0,
        1,
    ),
    (418193, 49, "line.jumper", "খুঁটির মাথায় তার খুলে গেছে", "নাসরিন আক্তার", "রায়পাড়া", "bagmara", "10:52", 1, 1),
    (
        418207,
        103,
        "line.fuse",
        "বিকট শব্দ হয়ে ট্রান্সফরমারের ফিউজ পুড়ে গেছে। সাতরাস্তা মোড়ের প্রায় ৪০টি ঘর অন্ধকার।",
        "মোঃ হাবিবুর রহমান",
        "সাতরাস্তা মোড়",
        "dolkhola",
        "11:46",
        4,
        1,
    ),
    (418211, 190, "line.low", "পাম্প চলে না, ১৬০ ভোল্ট", "শাহিনা খাতুন", "ইকবাল নগর", "bagmara", "12:04", 1, 1),
    (
        418215,
        276,
        "meter.burnt",
        "পোড়া গন্ধ, ডিসপ্লে বন্ধ",
        "আব্দুল্লাহ আল মামুন",
        "মৌলভীপাড়া",
        "dolkhola",
        "12:31",
        3,
        1,
    ),
    (418218, 352, "meter.token", "২০০ সংখ্যার টোকেন, মিটার লক", "মিতা রানী সাহা", "টুটপাড়া", "tutpara", "13:02", 0, 1),
    (418219, 1275, "line.oil", "নিচে তেলের দাগ", "কাজী নজরুল হক", "সার্কিট হাউজ রোড", "circuit", "13:20", 1, 1),
    (418220, 8640, "bill.excess", "অক্টোবরে ৩ গুণ বিল", "ফাতেমা বেগম", "মুন্সীপাড়া", "munshi", "13:44", 1, 1),
)
NUMBERS = tuple(row[0] for row in _QUEUE)
_MIDNIGHT = NOW - (14 * 60 + 3) * MINUTE


def picture_rows() -> list[ComplaintTuple]:
    """The ten complaints of the target pictures, and a few closed ones."""
    rows = []
    for number, left, category, text, customer, place, feeder, came, files, calls in _QUEUE:
        hours, minutes = map(int, came.split(":"))
        created = _MIDNIGHT + (hours * 60 + minutes) * MINUTE
        names = ["ছবি ১.jpg", "ছবি ২.jpg", "ভিডিও.mp4", "আবেদন.pdf"][:files]
        kinds = ["image/jpeg", "image/jpeg", "video/mp4", "application/pdf"]
        rows.append(
            complaint(
                number,
                category=category,
                text=text,
                customer=customer,
                locality=place,
                address=place,
                feeder=feeder,
                created_at=created,
                due_at=NOW + left * MINUTE,
                files=files,
                calls=calls,
                mobile="+8801700000207",
                account="104228917",
                timeline=[entry(number, "created", "", created)],
                attachments=[
                    {
                        "id": f"{number}-{n}",
                        "name": name,
                        "media_type": kind,
                        "size": 240_000 * (n + 1),
                        "sha256": "0" * 64,
                    }
                    for n, (name, kind) in enumerate(zip(names, kinds, strict=False))
                ],
            )
        )
    closed = {"created_at": NOW - 30 * HOUR, "due_at": NOW - 6 * HOUR, "feeder": "dolkhola"}
    rows += [
        complaint(
            418100 + n,
            state="resolved",
            category="line.power",
            closed_at=NOW - n * 5 * HOUR,
            rating=(5, 4, None, 2)[n],
            rating_text=("ধন্যবাদ", "", None, "দেরি হয়েছে")[n],
            **closed,
        )
        for n in range(4)
    ]
    rows.append(
        complaint(418090, state="cancelled", category="meter.burnt", cancel_reason="duplicate", **closed)
    )
    rows += [
        complaint(
            418120 + n,
            state="in_progress",
            category="line.low",
            accepted_at=NOW - HOUR,
            feeder="dolkhola",
            due_at=NOW + (3 + n) * HOUR,
            created_at=NOW - 2 * HOUR,
        )
        for n in range(3)
    ]
    return rows


def directory_rows() -> list[Any]:
    """Reference data for them."""
    feeders = {
        key: {"name": en, "name_bn": bn, "office": "khulna-1", "incharge": who}
        for key, (en, bn, who) in _FEEDERS.items()
    }
    rows = [reference("feeder", key, **data) for key, data in feeders.items()]
    rows += [reference("officer", key, name=en, name_bn=bn) for key, (en, bn) in _OFFICERS.items()]
    rows += [
        reference("category", key, name=en, name_bn=bn, parent=parent, order=n)
        for n, (key, (en, bn, parent)) in enumerate(_CATEGORIES.items())
    ]
    rows += [
        reference("canned", f"c{n}", action=action, name=en, name_bn=bn, text=text, text_bn=text_bn, order=n)
        for n, (action, en, bn, text, text_bn) in enumerate(_CANNED)
    ]
    rows += [
        reference("cancel_reason", key, name=en, name_bn=bn, text_en=text, text_bn=text_bn, order=n)
        for n, (key, en, bn, text, text_bn) in enumerate(_REASONS)
    ]
    return rows


@dataclass
class WorkDesk:
    """The stores, and the context that a panel is given."""

    desk: Desk
    context: DeskContext

    def put(self, *rows: ComplaintTuple) -> None:
        """Rows come from the server, and everybody is told."""
        self.desk.put(*rows)
        self.context.notifier.on_changes(ChangeSet.of("complaint", [int(str(row[0])) for row in rows]))

    def online(self, online: bool = True) -> None:
        """The line comes or goes."""
        status = LinkStatus.ONLINE if online else LinkStatus.NO_NETWORK
        self.context.notifier.on_link(LinkState(status, NOW - 17 * MINUTE))


def open_work_desk(
    folder: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
    *,
    rows: list[ComplaintTuple] | None = None,
    me: Me = ME,
) -> WorkDesk:
    """A desk with the complaints of the pictures, or with ``rows``. Offline, but loaded."""
    desk = open_desk(folder / "officer")
    desk.writer.begin_snapshot("company", Stage.REFERENCE)
    desk.writer.apply_snapshot_page("company", Stage.REFERENCE, page(reference=directory_rows(), as_of="r0"))
    desk.writer.finish_snapshot("company")
    desk.load(*(picture_rows() if rows is None else rows))
    notes = DeskNotes(desk.outbox_store, desk.clock)
    reader = ComplaintReader(desk.cache)
    context = DeskContext(
        complaints=ComplaintService(reader, desk.outbox, notes, lambda: me, desk.clock),
        outbox=OutboxService(desk.outbox, desk.clock),
        directory=DirectoryService(ReferenceReader(desk.cache)),
        drafts=DraftService(notes),
        tasks=tasks,
        notifier=notifier,
        actions=actions,
        language=language,
        theme=theme,
        clock=desk.clock,
        who=lambda: me,
        settings=Settings(folder / "settings.json"),
    )
    made = WorkDesk(desk, context)
    made.online(False)
    return made


@contextmanager
def work_desk(
    folder: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
    **more: Any,
) -> Iterator[WorkDesk]:
    """`open_work_desk`, closed after the last answer."""
    desk = open_work_desk(folder, tasks, notifier, actions, language, theme, **more)
    yield desk
    tasks.close(wait=True)
    desk.desk.close()


def type_text(widget: QWidget, text: str) -> None:
    """Type as an input method does: key events carry no Bangla."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, text: str) -> None:
    """Press a key that yields ``text``, in whatever script the layout has."""
    key = Qt.Key(ord(text)) if text.isascii() else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
