"""Text from documents and lists, safe for a terminal: no markup, no control characters."""

from __future__ import annotations

from rich.markup import escape


def visible(text: str) -> str:
    """The text without characters that would steer the terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def plain(text: str) -> str:
    """The same for places where rich reads markup."""
    return escape(visible(text))
