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

    Raises LintasError (POLICY_INVALID) with file and line: no YAML, a key that comes twice, an alias or merge (a reader
    must see the value where it counts), a key that is no text.
    """
    try:
        _refuse_aliases(file, text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark is not None else 1
        raise policy_error(file, line, "(file)", f"no YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise policy_error(file, 1, "(file)", "no YAML") from error
    lines: dict[Place, int] = {}
    data = _plain(file, node, (), lines) if node is not None else None
    return MarkedDocument(file, data, lines)


def _refuse_aliases(file: str, text: str) -> None:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark is not None else 1
            raise policy_error(file, line, "(file)", "aliases are not allowed: write it out")


def _plain(file: str, node: yaml.Node, place: Place, lines: dict[Place, int]) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(file, node, place, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(file, each, (*place, index), lines) for index, each in enumerate(node.value)]
    return _scalar(file, node)


def _mapping(file: str, node: yaml.MappingNode, place: Place, lines: dict[Place, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = _scalar(file, key_node) if isinstance(key_node, yaml.ScalarNode) else None
        if not isinstance(key, str):
            raise policy_error(file, line, dotted(place), "a key must be text")
        if key in found:
            raise policy_error(file, line, dotted((*place, key)), "the key comes twice")
        found[key] = _plain(file, value_node, (*place, key), lines)
        lines[(*place, key)] = line
    return found


def _scalar(file: str, node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node)
    except (yaml.YAMLError, ValueError) as error:
        raise policy_error(file, node.start_mark.line + 1, "(file)", "not a value that YAML knows") from error
    finally:
        loader.dispose()
