"""How near its limit a complaint is."""

from __future__ import annotations

from enum import StrEnum

from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueRow
from wzpdcl_desktop.domain.reference import Directory, Policy

_SOON_MS = 2 * 3_600_000


class Urgency(StrEnum):
    """The words of the clock. The values are roles of colour."""

    OK = "ok"
    SOON = "soon"
    BREACHED = "breached"
    #: The clock has stopped: the complaint is resolved or cancelled.
    CLOSED = "closed"


#: Icon of each, as the look has it.
CLOCK_ICONS = {Urgency.OK: "clock", Urgency.SOON: "timer", Urgency.BREACHED: "warning-octagon"}


def urgency(row: QueueRow, now: int, directory: Directory) -> Urgency:
    """Where the clock of a complaint stands.

    Soon is what the policy of its category calls so; without a policy, the last quarter of its time or its
    last two hours.

    Args:
        now: Server time (ms).
    """
    if row.state not in OPEN_STATES:
        return Urgency.CLOSED
    left = row.due_at - now
    if left < 0:
        return Urgency.BREACHED
    policy = policy_of(row.category, directory)
    warn = policy.warn_minutes * 60_000 if policy else max(_SOON_MS, (row.due_at - row.created_at) // 4)
    return Urgency.SOON if left <= warn else Urgency.OK


def policy_of(category: str, directory: Directory) -> Policy | None:
    """The policy of a category, or of the category above it."""
    policies = directory.policies
    return policies.get(category) or policies.get(category.partition(".")[0])
