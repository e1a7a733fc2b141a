"""YAML with the line of every piece, so that an error can say where. Refuses what hides things from a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ledger.errors import Fault, FieldFault, LintasError

Place = tuple[str | int, ...]


def policy_error(file: str, line: int, field: str, description: str, *, reason: str = "POLICY_INVALID") -> LintasError:
    """A fault of a policy file that names file, line (from 1) and field."""
    place = f"{file}:{line}"
    return LintasError(
        Fault.INVALID,
        reason,
        f"{place}: {field}: {description}",
        fields=(FieldFault(f"{place}: {field}", description),),
    )


def dotted(place: Place) -> str:
    """`('indicators', 3, 'rule')` as `indicators[3].rule`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".") or "(file)"


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """Plain data and, for every place in it, the line (from 1) where it stands."""

    file: str
    data: Any
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of the place, or of the nearest thing around it (a field that is missing has no line)."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def error(self, place: Place, description: str, *, reason: str = "POLICY_INVALID") -> LintasError:
        """A fault at that place."""
        return policy_error(self.file, self.line(place), dotted(place), description, reason=reason)


def parse(file: str, text: str) -> MarkedDocument:
    """Parse one policy file.

    Raises LintasError (POLICY_INVALID) with file and line: no YAML, a key that comes twice, an alias (a reader must see
    the value where it counts), a key that is no text.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
        reader = _Reader(file)
        data = reader.plain(node, ()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark is not None else 1
        raise policy_error(file, line, "(file)", f"no YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise policy_error(file, 1, "(file)", "no YAML") from error
    return MarkedDocument(file, data, reader.lines)


# the C parser where PyYAML was built with it: twenty times faster, same marks
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    """From nodes to plain data, noting lines."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._values = yaml.SafeLoader("")
        self._seen: set[int] = set()
        self.lines: dict[Place, int] = {}

    def plain(self, node: yaml.Node, place: Place) -> Any:
        self.lines[place] = node.start_mark.line + 1
        if id(node) in self._seen:
            raise policy_error(self._file, self.lines[place], dotted(place), "aliases are not allowed: write it out")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(each, (*place, index)) for index, each in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self._scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                raise policy_error(self._file, line, dotted(place), "a key must be text")
            if key in found:
                raise policy_error(self._file, line, dotted((*place, key)), "the key comes twice")
            found[key] = self.plain(value_node, (*place, key))
            self.lines[(*place, key)] = line
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self._values.construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            line = node.start_mark.line + 1
            raise policy_error(self._file, line, "(file)", "not a value that YAML knows") from error
