"""Bodies of requests are bounded; what is too much is read away, so that the browser hears the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

_TOO_LARGE: Final = 413
# a browser that is cut off in the middle of sending shows a broken connection, not our page
_READ_AWAY_BYTES: Final = 64 * 1024 * 1024


def bounded(receive: Receive, largest_body_bytes: int) -> Callable[[], Awaitable[Message]]:
    """The same source of messages; raises HTTPException 413 once the body is larger than allowed."""
    total = 0

    async def receive_bounded() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total <= largest_body_bytes:
            return message
        while message["type"] == "http.request" and message.get("more_body") and total <= _READ_AWAY_BYTES:
            message = await receive()
            total += len(message.get("body", b""))
        raise HTTPException(_TOO_LARGE)

    return receive_bounded
