"""All faces of the console. A new one is a folder, a line here, and its entries in navigation.py."""

from __future__ import annotations

from typing import Final

from console.web.booth.routes import BOOTH
from console.web.classroom.routes import CLASSROOM
from console.web.desk.routes import DESK
from console.web.door.routes import DOOR
from console.web.face import Face
from console.web.insight.routes import INSIGHT

FACES: Final[tuple[Face, ...]] = (DOOR, BOOTH, DESK, INSIGHT, CLASSROOM)
