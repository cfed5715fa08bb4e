"""A complaint as text: whole for a mail or a file, and short for an SMS to the crew."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wzpdcl_desktop.domain.complaints import ComplaintDetail
from wzpdcl_desktop.gui.models.row_text import RowText, state_word


def place_of(detail: ComplaintDetail) -> str:
    """Address and locality, each said once."""
    row = detail.row
    if detail.address and row.locality and row.locality not in detail.address:
        return f"{detail.address}, {row.locality}"
    return detail.address or row.locality


def whole_text(detail: ComplaintDetail, text: RowText) -> str:
    """Everything that the panel shows of it but the timeline, a line each."""
    row, language = detail.row, text.language
    translate = QCoreApplication.translate
    came = language.day_time(row.created_at, text.now())
    head = translate("ComplaintText", "Complaint {0}, {1}").format(language.digits(row.id), came)
    lines = [
        head,
        f"{text.category(row.category)} · {state_word(row.state)}",
        row.customer,
        language.phone(row.mobile),
        translate("ComplaintText", "Account {0}").format(language.digits(detail.account))
        if detail.account
        else "",
        place_of(detail),
        translate("ComplaintText", "Feeder {0}").format(text.feeder(row.feeder)) if row.feeder else "",
        row.text,
    ]
    return "\n".join(line for line in lines if line)


def sms_text(detail: ComplaintDetail, text: RowText) -> str:
    """What the crew needs: which one, what, who, where; as short as it goes."""
    row, language = detail.row, text.language
    parts = [
        f"{language.digits(row.id)} {text.category(row.category)}",
        f"{row.customer} {language.digits(row.mobile.removeprefix('+88'))}".strip(),
        place_of(detail),
    ]
    return "; ".join(part for part in parts if part)
