"""Style, script and pictures of our own, under names that change with their content: browsers keep them for good."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import MappingProxyType
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_TYPES: Final = MappingProxyType(
    {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
)
_FOR_GOOD: Final = "public, max-age=31536000, immutable"


class Assets:
    """All files of one folder, read once. One fingerprint for all, so that scripts may import each other."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.rglob("*") if path.suffix in _TYPES)
        self._content = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
        hasher = hashlib.sha256()
        for name, content in self._content.items():
            hasher.update(f"{name}\n{len(content)}\n".encode() + content)
        self.fingerprint: Final = hasher.hexdigest()[:12]

    def url(self, name: str) -> str:
        """Where pages find it. Raises KeyError for a file that is not there."""
        if name not in self._content:
            raise KeyError(name)
        return f"/static/{self.fingerprint}/{name}"

    async def serve(self, request: Request) -> Response:
        """`/static/{fingerprint}/{name}`; an old fingerprint gets the new file, kept for a moment only."""
        name = request.path_params["name"]
        content = self._content.get(name)
        if content is None:
            raise HTTPException(404)
        is_current = request.path_params["fingerprint"] == self.fingerprint
        headers = {"Cache-Control": _FOR_GOOD if is_current else "no-cache"}
        return Response(content, media_type=_TYPES[Path(name).suffix], headers=headers)
