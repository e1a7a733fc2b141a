"""One face of the console: a folder with routes and templates of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.routing import BaseRoute


@dataclass(frozen=True, slots=True)
class Face:
    """`name` is the folder's; its templates are found as `name/file.html`, its messages in `i18n/*/name.po`."""

    name: str
    routes: Sequence[BaseRoute]
