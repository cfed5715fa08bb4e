"""What the launcher runs: the program as an installed one, which starts its helpers by its own name."""

import sys

from wzpdcl_desktop.__main__ import main

# Asked by the program itself and by libraries: there is no Python of its own to start things with.
sys.frozen = True  # type: ignore[attr-defined]

sys.exit(main())
