"""Requests written by hand: YAML in plain words, turned into the proto's canonical form."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import yaml
from google.protobuf.descriptor import EnumDescriptor, FieldDescriptor

from watchlist.partial_date import PartialDate

_DATE: Final = "google.type.Date"
_TIME: Final = "google.protobuf.Timestamp"
_DEEPEST: Final = 16


class PlainWordsError(ValueError):
    """What cannot be meant; the text names the field or the line."""


def loaded_yaml(text: str) -> object:
    """The plain data of a YAML text. Raises PlainWordsError with the line."""
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise PlainWordsError(f"line {line}: {error.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise PlainWordsError("not YAML") from None


def in_canonical_form(data: object, of: Any, path: str = "", depth: int = 0) -> dict[str, Any]:
    """Data for a message of type `of`, as protobuf's JSON wants it: dates as objects, enum names in full.

    Raises PlainWordsError naming the field. What it does not know it leaves to protobuf to refuse.
    """
    if data is None:
        return {}
    if not isinstance(data, dict) or depth > _DEEPEST:
        raise PlainWordsError(f"{path or 'the file'}: expected fields with values")
    fields = {name: field for field in of.fields for name in (field.name, field.json_name)}
    found = {}
    for key, value in data.items():
        field = fields.get(str(key))
        place = f"{path}.{key}" if path else str(key)
        found[str(key)] = value if field is None else _value(value, field, place, depth)
    return found


def _value(value: object, field: FieldDescriptor, path: str, depth: int) -> object:
    if field.is_repeated and isinstance(value, list):
        return [_one(each, field, f"{path}[{i}]", depth) for i, each in enumerate(value)]
    return _one(value, field, path, depth)


def _one(value: object, field: FieldDescriptor, path: str, depth: int) -> object:
    if field.message_type is not None:
        kind = field.message_type.full_name
        if kind == _DATE and isinstance(value, date | str):
            return _day(value, path)
        if kind == _TIME:
            return _instant(value, path)
        return in_canonical_form(value, field.message_type, path, depth + 1)
    if field.enum_type is not None and isinstance(value, str):
        return _enum(value, field.enum_type, path)
    return value


def _day(value: date | str, path: str) -> dict[str, int]:
    try:
        day = PartialDate.parse(value if isinstance(value, str) else value.isoformat()[:10])
    except ValueError:
        raise PlainWordsError(f"{path}: expected YYYY-MM-DD, YYYY-MM or YYYY") from None
    return {"year": day.year, "month": day.month, "day": day.day}


def _instant(value: object, path: str) -> object:
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None:
        raise PlainWordsError(f"{path}: a time needs its zone, as in 2026-11-25T08:00:00+07:00")
    return value.isoformat()


def _enum(value: str, of: EnumDescriptor, path: str) -> str:
    if value in of.values_by_name:
        return value
    prefix = of.values_by_number[0].name.removesuffix("UNSPECIFIED")
    name = prefix + value.strip().upper().replace("-", "_").replace(" ", "_")
    if name not in of.values_by_name:
        words = ", ".join(each.name.removeprefix(prefix).lower() for each in of.values if each.number)
        raise PlainWordsError(f"{path}: one of {words}")
    return name
