"""Where the desk's pages are."""

from __future__ import annotations

from typing import Final

from console.web.desk.entries import ENTRIES_ROUTES
from console.web.desk.entry import ENTRY_ROUTES
from console.web.desk.imports import IMPORT_ROUTES
from console.web.desk.namesakes import NAMESAKE_ROUTES
from console.web.desk.proposals import PROPOSAL_ROUTES
from console.web.desk.trial import TRIAL_ROUTES
from console.web.face import Face

DESK: Final = Face(
    "desk",
    (*ENTRIES_ROUTES, *TRIAL_ROUTES, *IMPORT_ROUTES, *NAMESAKE_ROUTES, *PROPOSAL_ROUTES, *ENTRY_ROUTES),
)
