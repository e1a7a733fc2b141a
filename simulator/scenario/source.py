"""YAML 1.2 (core schema) with the line and column of every piece, and without what hides things from a reader."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import MarkedYAMLError, StreamMark, YAMLError

from ledger.errors import Fault, FieldFault, LintasError

Place = tuple[str | int, ...]

LARGEST_BYTES: Final = 256 * 1024
_MOST_PIECES: Final = 20_000
_DEEPEST: Final = 24
_KEY: Final = "a key must be plain text"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece stands: line and column from 1, and its first and last character in the text (0-based, open)."""

    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file as plain data (dict, list, str, int, float, bool, None), with a mark for every place in it."""

    file: str
    text: str
    data: Any
    marks: Mapping[Place, Mark]

    def mark(self, place: Place) -> Mark:
        """The mark of the place, or of the nearest thing around it (a field that is missing has no mark)."""
        while place and place not in self.marks:
            place = place[:-1]
        return self.marks.get(place, Mark(1, 1, 0, 0))

    def where(self, place: Place) -> str:
        """`file:line:column`."""
        mark = self.mark(place)
        return f"{self.file}:{mark.line}:{mark.column}"

    def error(self, place: Place, description: str, *, reason: str = "SCENARIO_INVALID") -> LintasError:
        """A fault at that place."""
        return scenario_error([(f"{self.where(place)}: {dotted(place)}", description)], reason=reason)


def dotted(place: Place) -> str:
    """`('questions', 3, 'text')` as `questions[3].text`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".") or "(file)"


def scenario_error(faults: list[tuple[str, str]], *, reason: str = "SCENARIO_INVALID") -> LintasError:
    """One error for all faults of a file, each with its place."""
    place, description = faults[0]
    message = f"{place}: {description}" + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else "")
    return LintasError(Fault.INVALID, reason, message, fields=tuple(FieldFault(*each) for each in faults))


def read_source(file: str, content: bytes) -> Source:
    """Parse one file. `file` is the name that errors give.

    Raises LintasError: SCENARIO_TOO_LARGE over 256 KiB, 20,000 pieces or 24 levels; SCENARIO_INVALID with
    file:line:column for what is no UTF-8, no YAML, a key that comes twice, anchors, aliases, tags, merge keys, several
    documents.
    """
    if len(content) > LARGEST_BYTES:
        raise scenario_error([(f"{file}:1:1", f"at most {LARGEST_BYTES // 1024} KiB")], reason="SCENARIO_TOO_LARGE")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise scenario_error([(f"{file}:{line}:1", "not UTF-8")]) from None
    reader = _Reader(file)
    try:
        # the pure parser: the C one knows YAML 1.1 only
        for event in YAML(typ="safe", pure=True).parse(text):
            reader.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark is not None else f"{file}:1:1"
        raise scenario_error([(place, f"no YAML: {error.problem or error.context}")]) from None
    except (YAMLError, RecursionError, ValueError) as error:
        raise scenario_error([(f"{file}:1:1", f"no YAML: {type(error).__name__}")]) from None
    return Source(file, text, reader.root, reader.marks)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; `key` is the mapping's key whose value comes next."""

    place: Place
    content: dict[str, Any] | list[Any]
    mark: StreamMark
    key: str | None = None


@dataclass(slots=True)
class _Reader:
    """From events to plain data. It keeps its own stack, so depth costs no Python frames."""

    file: str
    root: Any = None
    marks: dict[Place, Mark] = field(default_factory=dict)
    _stack: list[_Open] = field(default_factory=list)
    _pieces: int = 0
    _documents: int = 0

    def take(self, event: ev.Event) -> None:
        if isinstance(event, ev.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "one document a file")
        elif isinstance(event, ev.AliasEvent):
            self._refuse(event, "aliases are not allowed: write it out")
        elif isinstance(event, ev.NodeEvent):
            self._node(event)
        elif isinstance(event, ev.CollectionEndEvent):
            self._close(event)

    def _node(self, event: ev.NodeEvent) -> None:
        self._pieces += 1
        if self._pieces > _MOST_PIECES or len(self._stack) >= _DEEPEST:
            self._refuse(event, "too many pieces or levels", reason="SCENARIO_TOO_LARGE")
        if event.anchor is not None:
            self._refuse(event, "anchors are not allowed: write it out")
        if isinstance(event, (ev.ScalarEvent, ev.CollectionStartEvent)) and str(event.ctag or "") not in {"", "!"}:
            self._refuse(event, "tags are not allowed")
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.content, dict) and top.key is None:
            self._take_key(top, top.content, event)
            return
        place = self._next_place(top)
        if isinstance(event, ev.ScalarEvent):
            self._mark(place, event.start_mark, event.end_mark)
            self._put(top, self._scalar(event))
            return
        content: dict[str, Any] | list[Any] = {} if isinstance(event, ev.MappingStartEvent) else []
        self._put(top, content)
        self._mark(place, event.start_mark, event.end_mark)
        self._stack.append(_Open(place, content, event.start_mark))

    def _take_key(self, top: _Open, content: dict[str, Any], event: ev.NodeEvent) -> None:
        if not isinstance(event, ev.ScalarEvent) or not isinstance(self._scalar(event), str):
            self._refuse(event, _KEY)
        if event.value == "<<":
            self._refuse(event, "merge keys are not allowed: write it out")
        if event.value in content:
            self._refuse(event, f"the key {event.value} comes twice")
        top.key = event.value

    def _next_place(self, top: _Open | None) -> Place:
        if top is None:
            return ()
        return (*top.place, len(top.content) if top.key is None else top.key)

    def _put(self, top: _Open | None, value: Any) -> None:
        if top is None:
            self.root = value
        elif isinstance(top.content, dict):
            top.content[str(top.key)] = value
            top.key = None
        else:
            top.content.append(value)

    def _close(self, event: ev.CollectionEndEvent) -> None:
        closed = self._stack.pop()
        self._mark(closed.place, closed.mark, event.end_mark)

    def _mark(self, place: Place, start: StreamMark, end: StreamMark) -> None:
        self.marks[place] = Mark(start.line + 1, start.column + 1, start.index, end.index)

    def _scalar(self, event: ev.ScalarEvent) -> Any:
        if event.style is not None:
            return event.value
        value = core_scalar(event.value)
        if isinstance(value, float) and not math.isfinite(value):
            self._refuse(event, "a number must be finite")
        return value

    def _refuse(self, event: ev.Event, description: str, *, reason: str = "SCENARIO_INVALID") -> NoReturn:
        mark = event.start_mark
        raise scenario_error([(f"{self.file}:{mark.line + 1}:{mark.column + 1}", description)], reason=reason)


_INT: Final = re.compile(r"[-+]?[0-9]{1,18}")
_BASED: Final = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_OTHER: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS: Final[Mapping[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def core_scalar(text: str) -> Any:
    """A plain scalar by the core schema (YAML 1.2.2 §10.3.2): no yes/no, no dates, no sexagesimals."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text[2:], 8 if text[1] == "o" else 16)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(text.replace(".", "", 1)) if _OTHER.fullmatch(text) else text
