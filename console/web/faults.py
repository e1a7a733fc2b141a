"""From faults to pages that say what happened and what to do, never how the inside looks."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.client import ServiceError
from console.web.field_faults import FieldTold, told_fields
from console.web.reasons import REASONS
from console.web.visit import Visit
from ledger.errors import Fault, LintasError
from ledger.text import Text

_LOG: Final = logging.getLogger("lintas.web")
_STATUS_OF_CODE: Final[Mapping[str, int]] = {
    "INVALID_ARGUMENT": 400,
    "UNAUTHENTICATED": 401,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "ALREADY_EXISTS": 409,
    "ABORTED": 409,
    "FAILED_PRECONDITION": 409,
    "RESOURCE_EXHAUSTED": 429,
    "DEADLINE_EXCEEDED": 504,
    "UNAVAILABLE": 503,
}
_STATUS_OF_FAULT: Final[Mapping[Fault, int]] = {
    Fault.INVALID: 400,
    Fault.UNAUTHENTICATED: 401,
    Fault.FORBIDDEN: 403,
    Fault.NOT_FOUND: 404,
    Fault.CONFLICT: 409,
    Fault.STALE: 409,
    Fault.PRECONDITION: 409,
    Fault.EXHAUSTED: 429,
    Fault.OVERDUE: 504,
    Fault.UNAVAILABLE: 503,
}
_TOO_LARGE: Final = 413


@dataclass(frozen=True, slots=True)
class Told:
    """What a fault page says. `fields` are told in the list; `marks` are inputs that the form marks without words."""

    status: int
    title: Text
    advice: Text
    reason: str = ""
    incident: str = ""
    fields: tuple[FieldTold, ...] = ()
    marks: tuple[str, ...] = ()


_INTERNAL: Final = (
    Text(id="Ada yang salah pada sistem", en="Something went wrong inside"),
    Text(
        id="Ini bukan kesalahan Anda. Coba sekali lagi; bila tetap gagal, sampaikan nomor kejadian kepada pengelola.",
        en="This is not your doing. Try once more; if it stays, give the incident number to whoever runs the system.",
    ),
)
_SERVICE_DOWN: Final = (
    Text(id="Layanan pemeriksaan tidak menjawab", en="The examination service does not answer"),
    Text(
        id="Jangan mengandalkan layar ini. Periksa dokumen secara manual, beri tahu penyelia, lalu coba lagi.",
        en="Do not rely on this screen. Examine documents by hand and tell the supervisor; try again in a moment.",
    ),
)
_BY_STATUS: Final[Mapping[int, tuple[Text, Text]]] = {
    400: (
        Text(id="Permintaan tidak dapat dipahami", en="The request cannot be understood"),
        Text(id="Kembali dan periksa isian Anda.", en="Go back and look at what was filled in."),
    ),
    401: (
        Text(id="Anda belum masuk", en="You are not signed in"),
        Text(id="Masuk, lalu coba lagi.", en="Sign in, then try again."),
    ),
    403: (
        Text(id="Halaman ini bukan untuk peran Anda", en="This page is not for your role"),
        Text(
            id="Bila Anda memerlukannya, minta penyelia atau administrator.",
            en="If you need it, ask a supervisor or an administrator.",
        ),
    ),
    404: (
        Text(id="Tidak ditemukan", en="Not found"),
        Text(
            id="Alamatnya keliru, atau isinya sudah tidak ada.", en="The address is wrong, or what it led to is gone."
        ),
    ),
    405: (
        Text(id="Cara membuka halaman ini keliru", en="This page is not opened this way"),
        Text(id="Mulai lagi dari halaman awal.", en="Start again from the first page."),
    ),
    409: (
        Text(id="Keadaannya sudah berubah", en="Things have changed meanwhile"),
        Text(id="Muat ulang halaman, lihat, lalu putuskan.", en="Load the page again, look, then decide."),
    ),
    _TOO_LARGE: (
        Text(id="Berkas terlalu besar", en="The file is too large"),
        Text(
            id="Paling besar 8 MiB dan 25 megapiksel. Kirim foto yang lebih kecil.",
            en="At most 8 MiB and 25 megapixels. Send a smaller picture.",
        ),
    ),
    415: (
        Text(id="Bukan formulir", en="Not a form"),
        Text(id="Mulai lagi dari halaman awal.", en="Start again from the first page."),
    ),
    429: (
        Text(id="Terlalu banyak sekaligus", en="Too much at once"),
        Text(id="Tunggu sebentar, lalu coba lagi.", en="Wait a moment, then try again."),
    ),
    503: _SERVICE_DOWN,
    504: (
        Text(id="Jawaban tidak siap pada waktunya", en="The answer was not ready in time"),
        Text(id="Tidak ada yang tercatat. Coba lagi.", en="Nothing was recorded. Try again."),
    ),
}
_BAD_FORM: Final = 400
_FIELDS: Final = (
    Text(id="Ada isian yang belum benar", en="Something that was filled in is not right yet"),
    Text(
        id="Tidak ada yang tercatat. Betulkan yang ditandai, lalu kirim sekali lagi.",
        en="Nothing was recorded. Mend what is marked, then send it once more.",
    ),
)
_FORM: Final = (
    Text(id="Formulir ini tidak berlaku lagi", en="This form is no longer valid"),
    Text(
        id="Mungkin Anda masuk lagi di tab lain. Muat ulang halaman, lalu kirim sekali lagi.",
        en="Perhaps you signed in again in another tab. Load the page again, then send it once more.",
    ),
)


def told(error: Exception) -> Told:
    """What to say of it; unexpected errors go to the log with their type and place only."""
    if isinstance(error, ServiceError):
        return _of(_STATUS_OF_CODE.get(error.code, 500), error.reason, error.fields)
    if isinstance(error, LintasError):
        fields = tuple((each.field, each.description) for each in error.fields)
        return _of(_STATUS_OF_FAULT[error.fault], error.reason, fields)
    if isinstance(error, HTTPException):
        if error.detail == "form":
            return Told(403, *_FORM)
        return _of(error.status_code, "", ())
    incident = uuid.uuid4().hex[:12]
    _LOG.error("INTERNAL %s %s", incident, _place_of(error))
    return Told(500, *_INTERNAL, incident=incident)


def _of(status: int, reason: str, fields: tuple[tuple[str, str], ...]) -> Told:
    if reason == "IMAGE_TOO_LARGE":
        status = _TOO_LARGE
    title, advice = _BY_STATUS.get(status, _INTERNAL)
    known = told_fields(fields)
    if reason in REASONS:
        # the reason's own words say it all; the field is still marked
        title, advice = REASONS[reason]
        return Told(status, title, advice, reason=reason, marks=tuple(each.name for each in known))
    if known and status == _BAD_FORM:
        title, advice = _FIELDS
        reason = "" if reason == "INVALID_FIELD" else reason  # the fields say it all
    return Told(status, title, advice, reason=reason, fields=known)


def fault_page(visit: Visit, error: Exception) -> Response:
    """The page. Scripts show its `#fault` above what is open, so that nothing typed is lost."""
    fault = told(error)
    response = visit.page("fault.html", status=fault.status, fault=fault)
    if fault.status in {429, 503}:
        response.headers["Retry-After"] = "2"
    return response


def _place_of(error: BaseException) -> str:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "unknown place"
    return f"{type(error).__name__} at {where}"
