"""Where the door's pages are."""

from __future__ import annotations

from typing import Final

from console.web.door.accounts import ACCOUNT_ROUTES
from console.web.door.own_account import OWN_ROUTES
from console.web.door.sign_in import SIGN_IN_ROUTES
from console.web.door.start import START_ROUTES
from console.web.face import Face

DOOR: Final = Face("door", (*START_ROUTES, *SIGN_IN_ROUTES, *OWN_ROUTES, *ACCOUNT_ROUTES))
