"""Where the pages of insight are."""

from __future__ import annotations

from typing import Final

from console.web.face import Face
from console.web.insight.leads import LEAD_ROUTES
from console.web.insight.record import RECORD_ROUTES
from console.web.insight.report import REPORT_ROUTES

INSIGHT: Final = Face("insight", (*REPORT_ROUTES, *LEAD_ROUTES, *RECORD_ROUTES))
