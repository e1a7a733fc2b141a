"""Forms as browsers send them, bounded in size and number; files stay in memory and never touch the disk."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

_MOST_FIELDS: Final = 400
_MOST_FILES: Final = 4
_LARGEST_FIELD_BYTES: Final = 64 * 1024
_IN_MEMORY_BYTES: Final = 64 * 1024 * 1024  # beyond every limit of a page: nothing is spooled to a file


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent. Missing fields are empty, never None."""

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The one value, without spaces around it."""
        return self.raw(name).strip()

    def raw(self, name: str) -> str:
        """The one value as typed: for passwords."""
        given = self.values.get(name, ())
        return given[0] if given else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """All values of a field that comes several times."""
        return tuple(self.values.get(name, ()))

    def file(self, name: str) -> bytes:
        """Content of a file; empty where none was chosen."""
        return self.files.get(name, b"")


async def read_form(request: Request) -> Form:
    """The form of a request. Raises HTTPException 400 where it is broken, 415 where it is no form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            return await _kept(await _multipart(request))
        if kind == "application/x-www-form-urlencoded":
            return await _kept(await FormParser(request.headers, request.stream()).parse())
    except HTTPException:
        raise  # too large
    except (MultiPartException, UnicodeDecodeError, ValueError, KeyError) as error:
        raise HTTPException(400) from error
    raise HTTPException(415)


async def _multipart(request: Request) -> FormData:
    stream: AsyncGenerator[bytes, None] = request.stream()
    parser = MultiPartParser(
        request.headers,
        stream,
        max_files=_MOST_FILES,
        max_fields=_MOST_FIELDS,
        max_part_size=_LARGEST_FIELD_BYTES,
    )
    parser.spool_max_size = _IN_MEMORY_BYTES
    return await parser.parse()


async def _kept(data: FormData) -> Form:
    values: dict[str, list[str]] = {}
    files: dict[str, bytes] = {}
    for name, value in data.multi_items():
        if isinstance(value, UploadFile):
            files[name] = await value.read()
            await value.close()
        else:
            values.setdefault(name, []).append(value.replace("\0", ""))
    return Form(values, files)
