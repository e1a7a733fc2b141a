"""From command-line arguments to request parts; whatever is wrong is named by its option."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import typer
from google.protobuf.json_format import Parse, ParseDict, ParseError
from google.protobuf.message import Message
from google.type.date_pb2 import Date

from console.cli.plain_words import PlainWordsError, in_canonical_form, loaded_yaml
from watchlist.partial_date import PartialDate

M = TypeVar("M", bound=Message)


def read_bytes(path: str, option: str) -> bytes:
    """Content of a file, or of stdin for `-`."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint=option) from None


def read_lines(path: str, option: str) -> list[str]:
    """Lines of a text file or stdin, empty ones left out."""
    text = read_bytes(path, option).decode("utf-8", errors="replace")
    return [line.rstrip("\r\n") for line in text.splitlines() if line.strip()]


def parse_json(argument: str, message: M, option: str) -> M:
    """Fill `message` from canonical proto JSON given inline, or in a file; a file may also be YAML in plain words.

    In YAML dates are written as 2026-12-24 and enum values in lower case (`departure`).
    """
    is_inline = argument.lstrip().startswith("{")
    text = argument if is_inline else read_bytes(argument, option).decode("utf-8", "replace")
    try:
        if not is_inline and argument.endswith((".yaml", ".yml")):
            return ParseDict(in_canonical_form(loaded_yaml(text), message.DESCRIPTOR), message)
        return Parse(text, message)
    except PlainWordsError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
    except ParseError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def parse_date(text: str, option: str) -> Date:
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    try:
        date = PartialDate.parse(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
    return Date(year=date.year, month=date.month, day=date.day)


def parse_time(text: str, option: str) -> datetime | None:
    """YYYY-MM-DD, or with a time and its zone; without a zone the machine's own. None for ''."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise typer.BadParameter("YYYY-MM-DD, or with a time and its zone", param_hint=option) from None
