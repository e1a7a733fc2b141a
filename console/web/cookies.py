"""Our cookies: which there are, and how they are set."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

SESSION: Final = "lintas_session"
DOOR: Final = "lintas_door"  # ties the login form to the browser before anybody is signed in
LANGUAGE: Final = "lintas_language"
DEVICE: Final = "lintas_device"
SHIELD: Final = "lintas_shield"  # set by the script while the neutral view is up
_LONG_S: Final = 400 * 24 * 3600


def is_secure(request: Request) -> bool:
    """Came by https, so that cookies can be kept to it."""
    return request.url.scheme == "https"


def secret_name(name: str, request: Request) -> str:
    """With https, the prefix makes browsers refuse the cookie from anywhere but this host's https."""
    return f"__Host-{name}" if is_secure(request) else name


def secret(request: Request, name: str) -> str:
    """Value of a secret cookie, '' where it is missing."""
    return request.cookies.get(secret_name(name, request), "")


def set_secret(response: Response, request: Request, name: str, value: str) -> None:
    """Until the browser closes, for our pages only, out of reach of scripts."""
    response.set_cookie(
        secret_name(name, request), value, path="/", httponly=True, samesite="strict", secure=is_secure(request)
    )


def drop_secret(response: Response, request: Request, name: str) -> None:
    """Forget it."""
    response.delete_cookie(
        secret_name(name, request), path="/", httponly=True, samesite="strict", secure=is_secure(request)
    )


def set_choice(response: Response, request: Request, name: str, value: str) -> None:
    """A choice that is worth remembering and tells nothing about anybody."""
    response.set_cookie(
        name, value, max_age=_LONG_S, path="/", httponly=True, samesite="strict", secure=is_secure(request)
    )
