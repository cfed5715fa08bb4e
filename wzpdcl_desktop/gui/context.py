"""What a panel of the desk is given: its collaborators, and nothing global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.people import Me
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.updates import UpdateDesk
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.diagnostics import DiagnosticsService
from wzpdcl_desktop.services.directory import DirectoryService
from wzpdcl_desktop.services.drafts import DraftService
from wzpdcl_desktop.services.outbox import OutboxService
from wzpdcl_desktop.services.settings import Settings


@dataclass(frozen=True)
class DeskContext:
    """Collaborators of the desk's panels, for one signed-in officer.

    Attributes:
        who: The officer as the server sees them now; asks nobody and reads nothing.
        practice: The data is invented; the window says so all the time.
        updates: New versions of the program; None where nobody looks for them.
        diagnostics: What the ICT department is given when something is wrong; None where there is none.
    """

    complaints: ComplaintService
    outbox: OutboxService
    directory: DirectoryService
    drafts: DraftService
    tasks: TaskRunner
    notifier: Notifier
    actions: Actions
    language: Language
    theme: Theme
    clock: Clock
    who: Callable[[], Me]
    settings: Settings
    practice: bool = False
    updates: UpdateDesk | None = None
    diagnostics: DiagnosticsService | None = None

    @property
    def me(self) -> Me:
        """The officer. Another office or other feeders may be theirs after any change of ``me``."""
        return self.who()
