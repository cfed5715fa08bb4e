"""What may be forgotten, is: old change-log entries, receipts, tokens."""

from __future__ import annotations

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from central_api.feed import floor_key
from central_api.models import AddressAttempts, ChangeLog, Meta, Receipt, Token, TokenFamily
from central_api.settings import Settings

_DAY_MS = 86_400_000


def clear_away(session: Session, settings: Settings) -> None:
    """Delete what has passed its time. A cursor from before the deleted entries gets a reset.

    Args:
        session: A writing session; the caller commits.
        settings: For the clock and the ages.
    """
    now = settings.clock.now_ms()
    old = ChangeLog.at < now - settings.tombstone_days * _DAY_MS
    floors = session.execute(
        select(ChangeLog.office, func.max(ChangeLog.seq)).where(old).group_by(ChangeLog.office)
    )
    for office, last in floors.all():
        session.merge(Meta(key=floor_key(office), value=str(last)))
    session.execute(delete(ChangeLog).where(old))
    session.execute(delete(Receipt).where(Receipt.at < now - settings.receipt_days * _DAY_MS))
    session.execute(delete(AddressAttempts).where(AddressAttempts.first_at < now - _DAY_MS))
    ended = select(TokenFamily.id).where(TokenFamily.ended_at < now - _DAY_MS)
    session.execute(delete(Token).where(or_(Token.expires_at < now - _DAY_MS, Token.family.in_(ended))))
    session.execute(delete(TokenFamily).where(TokenFamily.id.not_in(select(Token.family))))
