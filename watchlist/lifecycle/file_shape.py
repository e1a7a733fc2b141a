"""The data files of this room: read once when asked, refused by file and field where they are wrong."""

from __future__ import annotations

from importlib import resources
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ledger.errors import invalid_field

F = TypeVar("F", bound=BaseModel)


class Shape(BaseModel):
    """A piece of a data file: no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def packaged(name: str) -> str:
    """The text of a data file in this package."""
    return (resources.files(__package__) / name).read_text("utf-8")


def shaped(name: str, text: str, shape: type[F]) -> F:
    """The text as `shape`. Raises LintasError (INVALID_FIELD) naming file and field."""
    try:
        return shape.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise invalid_field(f"{name}: line {mark.line + 1 if mark else '?'}", "not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise invalid_field(f"{name}: {'.'.join(map(str, first['loc']))}", first["msg"]) from error
