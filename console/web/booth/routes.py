"""Where the booth's pages are."""

from __future__ import annotations

from typing import Final

from console.web.booth.case import CASE_ROUTES
from console.web.booth.cases import CASES_ROUTES
from console.web.booth.examine import EXAMINE_ROUTES
from console.web.face import Face

BOOTH: Final = Face("booth", (*EXAMINE_ROUTES, *CASES_ROUTES, *CASE_ROUTES))
