"""What the window before the desk is given."""

from __future__ import annotations

from dataclasses import dataclass

from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.settings import Settings
from wzpdcl_desktop.services.sign_in import SignInService


@dataclass(frozen=True)
class SignInContext:
    """Collaborators of the sign-in window.

    Attributes:
        practice_available: Whether practice mode can be offered.
        version: Of the program, as shown.
    """

    sign_in: SignInService
    tasks: TaskRunner
    language: Language
    theme: Theme
    settings: Settings
    practice_available: bool = True
    version: str = ""
