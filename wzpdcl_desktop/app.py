"""The composition root: the only place where objects are wired together."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from wzpdcl_desktop import __version__
from wzpdcl_desktop.desk import Desk
from wzpdcl_desktop.options import Options

log = logging.getLogger("wzpdcl.app")
