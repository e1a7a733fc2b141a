"""Where a trainee sits, kept in a cookie of their browser: a refresh or an empty battery loses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from console.web import cookies
from lintas.v1 import training_pb2

SEAT: Final = "lintas_seat"
_DAY_S: Final = 24 * 3600


@dataclass(frozen=True, slots=True)
class SeatCookie:
    """Session, trainee and the secret that proves it."""

    session_id: str
    trainee: str
    secret: str

    @property
    def on_wire(self) -> training_pb2.Trainee:
        """As calls carry it."""
        return training_pb2.Trainee(session_id=self.session_id, trainee=self.trainee, secret=self.secret)


def seat_in(request: Request) -> SeatCookie | None:
    """The seat that this browser holds; whether it is true, the room says."""
    parts = cookies.secret(request, SEAT).split("|")
    return SeatCookie(*parts) if len(parts) == 3 and all(parts) else None


def keep_seat(response: Response, request: Request, seat: training_pb2.Seat) -> None:
    """For a day, also when the browser is closed: phones run out of battery."""
    response.set_cookie(
        cookies.secret_name(SEAT, request),
        f"{seat.session_id}|{seat.trainee}|{seat.secret}",
        max_age=_DAY_S,
        path="/",
        httponly=True,
        samesite="strict",
        secure=cookies.is_secure(request),
    )
