"""From command-line arguments to request parts; whatever is wrong is named by its option."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import typer
from google.protobuf.json_format import Parse, ParseDict, ParseError
from google.protobuf.message import Message
from google.type.date_pb2 import Date

from console.cli.plain_words import PlainWordsError, in_canonical_form, loaded_yaml
from watchlist.partial_date import PartialDate

M = TypeVar("M", bound=Message)
_UNKNOWN_FIELD: Final = re.compile(r'has no field named "(?P<field>[^"]*)" at "[^".]*"')
_NOT_JSON: Final = re.compile(r"Failed to load JSON: (?P<why>[^:]*): line (?P<line>\d+) column (?P<column>\d+)")
_NO_LIST: Final = re.compile(r"repeated field (?P<field>\w+) must be in \[\]")
_FIELD_FAULT: Final = re.compile(r"Failed to parse (?P<field>\w+) field: (?P<why>.*)", re.DOTALL)


def read_bytes(path: str, option: str) -> bytes:
    """Content of a file, or of stdin for `-`."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint=option) from None


def read_image(path: str) -> bytes:
    """Content of an image file, or of stdin for `-`. Refuses an empty one."""
    content = read_bytes(path, "IMAGE")
    if not content:
        place = "standard input" if path == "-" else path
        raise typer.BadParameter(f"{place}: the file is empty; save or copy the picture again", param_hint="IMAGE")
    return content


def read_text(path: str, option: str) -> str:
    """A text file, or stdin for `-`. Refuses an empty one, and what is no UTF-8."""
    content = read_bytes(path, option)
    if not content.strip():
        raise typer.BadParameter(f"{path}: the file is empty", param_hint=option)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{path}: this is no text (UTF-8)", param_hint=option) from None


def read_lines(path: str, option: str) -> list[str]:
    """Lines of a text file or stdin, empty ones left out."""
    text = read_bytes(path, option).decode("utf-8", errors="replace")
    lines = [line.rstrip("\r\n") for line in text.splitlines() if line.strip()]
    if not lines:
        raise typer.BadParameter(f"{'standard input' if path == '-' else path}: no text in it", param_hint=option)
    return lines


def parse_json(argument: str, message: M, option: str) -> M:
    """Fill `message` from canonical proto JSON given inline, or in a file; a file may also be YAML in plain words.

    In YAML dates are written as 2026-12-24 and enum values in lower case (`departure`).
    """
    is_inline = argument.lstrip().startswith("{")
    place = "" if is_inline else f"{argument}: "
    text = argument if is_inline else read_text(argument, option)
    try:
        if not is_inline and argument.endswith((".yaml", ".yml")):
            return ParseDict(in_canonical_form(loaded_yaml(text), message.DESCRIPTOR), message)
        return Parse(text, message)
    except PlainWordsError as error:
        raise typer.BadParameter(f"{place}{error}", param_hint=option) from None
    except ParseError as error:
        raise typer.BadParameter(place + said_plainly(error, message.DESCRIPTOR), param_hint=option) from None


def said_plainly(error: ParseError, of: Any) -> str:
    """What protobuf means, for whoever wrote the JSON or YAML; its own words name classes and character counts.

    `of` is the message's descriptor.
    """
    text = str(error)
    if found := _UNKNOWN_FIELD.search(text):
        return f"no field {found['field']}; there are {', '.join(field.name for field in of.fields)}"
    if found := _NOT_JSON.search(text):
        return f"line {found['line']}, column {found['column']}: not JSON: {found['why']}"
    if found := _NO_LIST.search(text):
        return f"{found['field']}: a list is expected here, also of one"
    if found := _FIELD_FAULT.search(text):
        return f"{found['field']}: {found['why'].rstrip('.')}"
    return text.removeprefix("Failed to load JSON: ").rstrip(".")


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
