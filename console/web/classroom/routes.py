"""Where the classroom's pages are."""

from __future__ import annotations

from typing import Final

from console.web.classroom.board import BOARD_ROUTES
from console.web.classroom.class_debrief import CLASS_DEBRIEF_ROUTES
from console.web.classroom.join import JOIN_ROUTES
from console.web.classroom.join_display import JOIN_DISPLAY_ROUTES
from console.web.classroom.library import LIBRARY_ROUTES
from console.web.classroom.opening import OPENING_ROUTES
from console.web.classroom.packs import PACK_ROUTES
from console.web.classroom.play import PLAY_ROUTES
from console.web.classroom.rehearsal import REHEARSAL_ROUTES
from console.web.classroom.sessions import SESSION_ROUTES
from console.web.classroom.steering import STEERING_ROUTES
from console.web.face import Face

CLASSROOM: Final = Face(
    "classroom",
    (
        *OPENING_ROUTES,
        *LIBRARY_ROUTES,
        *PACK_ROUTES,
        *JOIN_DISPLAY_ROUTES,
        *SESSION_ROUTES,
        *STEERING_ROUTES,
        *BOARD_ROUTES,
        *CLASS_DEBRIEF_ROUTES,
        *REHEARSAL_ROUTES,
        *JOIN_ROUTES,
        *PLAY_ROUTES,
    ),
)
