"""The lists that come with the checks: read, validated, and refused by file and row where they are wrong."""

from __future__ import annotations

from importlib import resources
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from ledger.errors import LintasError, invalid_field
from ledger.text import Text

_FileT = TypeVar("_FileT", bound=BaseModel)
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Row(BaseModel):
    """One row as it stands in the file: no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TextRow(Row):
    """A sentence in both languages."""

    id: Sentence
    en: Sentence

    @property
    def text(self) -> Text:
        """As the rest of the house says it."""
        return Text(id=self.id, en=self.en)


def packaged(name: str) -> str:
    """The text of a list in this package."""
    return (resources.files(__package__) / name).read_text("utf-8")


def shaped(name: str, text: str, shape: type[_FileT]) -> _FileT:
    """The list `name` as `shape`.

    Raises LintasError naming file, row and field (`catalogue.yaml: checks[3].results`).
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise refused(name, f"line {mark.line + 1}" if mark else "(file)", "not YAML") from error
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        # a misspelt field is also a missing one: name the misspelling
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        raise refused(name, _path(first["loc"]), first["msg"]) from error


def refused(name: str, place: str, why: str) -> LintasError:
    """What is wrong with a list, and where."""
    return invalid_field(f"{name}: {place}", why)


def _path(place: tuple[Any, ...]) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return path.removeprefix(".") or "(file)"
