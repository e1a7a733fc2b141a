"""The coded words of the watchlist in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from ledger.text import Text
from watchlist.lifecycle.file_shape import Shape, packaged, shaped


class _Word(Shape):
    id: str = Field(min_length=1)
    en: str = Field(min_length=1)


class _File(Shape):
    schema_: int = Field(alias="schema")
    category: dict[str, _Word]
    action: dict[str, _Word]
    state: dict[str, _Word]
    confidentiality: dict[str, _Word]
    link: dict[str, _Word]
    objection: dict[str, _Word]
    proposal_kind: dict[str, _Word]
    proposal_state: dict[str, _Word]
    kind: dict[str, _Word]
    field: dict[str, _Word]


@cache
def vocabulary() -> Mapping[str, Mapping[str, Text]]:
    """Words by group and code, for example `vocabulary()["action"]["refuse_entry"]`."""
    groups = shaped("vocabulary.yaml", packaged("vocabulary.yaml"), _File).model_dump(exclude={"schema_"})
    return {
        group: {code: Text(id=word["id"], en=word["en"]) for code, word in words.items()}
        for group, words in groups.items()
    }


def word(group: str, code: str) -> Text:
    """The word for a code; the code itself where there is none."""
    return vocabulary()[group].get(code, Text(id=code, en=code))
