"""What every call has besides its message: an id that makes it repeatable, and a caller who may stop waiting."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from typing import Final, cast

import grpc
from google.protobuf.message import Message

from ledger.actor import Actor
from ledger.errors import invalid_field

_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_LARGEST_PAGE: Final = 200
_DEFAULT_PAGE: Final = 50


def check_request_id(request_id: str) -> str:
    """The id as given. Raises LintasError where it is missing or could not be meant as one."""
    if not request_id:
        raise invalid_field("request_id", "required; send a new UUID with each new request", reason="REQUEST_ID")
    if not _REQUEST_ID.fullmatch(request_id):
        raise invalid_field("request_id", "8 to 64 letters, digits or hyphens; a UUID is best", reason="REQUEST_ID")
    return request_id


def digest_of(method: str, message: Message, actor: Actor) -> str:
    """SHA-256 (hex) of what is asked and by whom: the same id must always come with the same digest."""
    hasher = hashlib.sha256(f"{method}\n{actor.device_id}\n{actor.officer_id}\n{actor.role.value}\n".encode())
    hasher.update(message.SerializeToString(deterministic=True))
    return hasher.hexdigest()


def seconds_left(context: grpc.ServicerContext, longest_s: float) -> Callable[[], float]:
    """A clock that runs down to the caller's deadline, or to `longest_s` from now, whichever comes first."""
    remaining = cast("float | None", context.time_remaining())  # None without a deadline, whatever the stubs say
    allowed = min(longest_s, float("inf") if remaining is None else remaining)
    ends = time.monotonic() + allowed

    def left() -> float:
        return ends - time.monotonic() if context.is_active() else 0.0

    return left


def check_page_size(size: int) -> int:
    """The size to use: 50 where none is given, never more than 200. Raises LintasError for negative ones."""
    if size < 0:
        raise invalid_field("page_size", "must not be negative", reason="PAGE_SIZE")
    return min(size or _DEFAULT_PAGE, _LARGEST_PAGE)


def id_from_name(name: str, collection: str, field: str = "name") -> str:
    """The id in `cases/{id}`. Raises LintasError where the name is of another form."""
    prefix, _, identifier = name.partition("/")
    if prefix != collection or not identifier or "/" in identifier:
        raise invalid_field(field, f"expected {collection}/ID", reason="RESOURCE_NAME")
    return identifier
