"""A PNG in terminals that can show one: kitty's graphics protocol, and iTerm2's inline images."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Final

_CHUNK: Final = 4096


def picture_sequence(png: bytes, environment: Mapping[str, str]) -> str:
    """What to write to the terminal; '' where it is not known to show pictures.

    Sources: sw.kovidgoyal.net/kitty/graphics-protocol, iterm2.com/documentation-images.html.
    """
    encoded = base64.b64encode(png).decode()
    if environment.get("TERM") in {"xterm-kitty", "xterm-ghostty"} or environment.get("KITTY_WINDOW_ID"):
        return "".join(_kitty(encoded)) + "\n"
    if environment.get("TERM_PROGRAM") in {"iTerm.app", "WezTerm"}:
        return f"\x1b]1337;File=inline=1;width=80%:{encoded}\x07\n"
    return ""


def _kitty(encoded: str) -> Iterator[str]:
    pieces = [encoded[at : at + _CHUNK] for at in range(0, len(encoded), _CHUNK)]
    for number, piece in enumerate(pieces):
        more = int(number + 1 < len(pieces))
        control = f"a=T,f=100,m={more}" if number == 0 else f"m={more}"
        yield f"\x1b_G{control};{piece}\x1b\\"
