"""Where the classroom's pages are."""

from __future__ import annotations

from typing import Final

from console.web.classroom.join import JOIN_ROUTES
from console.web.classroom.play import PLAY_ROUTES
from console.web.classroom.sessions import SESSION_ROUTES
from console.web.face import Face

CLASSROOM: Final = Face("classroom", (*SESSION_ROUTES, *JOIN_ROUTES, *PLAY_ROUTES))
