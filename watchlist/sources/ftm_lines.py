"""Lines of FollowTheMoney JSON, and what on other lines belongs to a person."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from watchlist.sources.model import not_this_format
from watchlist.sources.open_sanctions import LONGEST_VALUE, MOST_VALUES
from watchlist.sources.text_file import opened_text, text_lines

_PAPERS: Final = frozenset({"Passport", "Identification"})


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """One entity; properties hold lists of text."""

    entity_id: str
    schema: str
    caption: str
    datasets: tuple[str, ...]
    properties: Mapping[str, Any]

    def values(self, name: str) -> tuple[str, ...]:
        """Every text of a property once; what is no text, empty or absurdly long is left out."""
        found = self.properties.get(name, ())
        if not isinstance(found, list):
            return ()
        texts = (text.strip() for text in found[:MOST_VALUES] if isinstance(text, str) and len(text) <= LONGEST_VALUE)
        return tuple(dict.fromkeys(text for text in texts if text))


@dataclass(frozen=True, slots=True)
class Paper:
    """A passport or another paper of a person."""

    number: str
    country: str
    is_passport: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """On whose word and under which program somebody is listed."""

    authority: str
    program: str


@dataclass(frozen=True, slots=True)
class LinkedEntities:
    """Papers and grounds by the id of the person that they belong to."""

    papers: Mapping[str, Sequence[Paper]]
    grounds: Mapping[str, Sequence[Ground]]

    @classmethod
    def of(cls, files: Sequence[Path]) -> LinkedEntities:
        """From a reading of all files; lines that cannot be read are passed over, the second reading tells of them."""
        papers: dict[str, list[Paper]] = {}
        grounds: dict[str, list[Ground]] = {}
        for path in files:
            for _, entity in ftm_lines(path, schemata=_PAPERS | {"Sanction"}):
                if isinstance(entity, str):
                    continue
                if entity.schema == "Sanction":
                    ground = Ground("; ".join(entity.values("authority")), "; ".join(_programs(entity)))
                    for owner in entity.values("entity"):
                        grounds.setdefault(owner, []).append(ground)
                elif entity.schema in _PAPERS:
                    for owner in entity.values("holder"):
                        papers.setdefault(owner, []).extend(_papers(entity))
        return cls(papers, grounds)


def _programs(sanction: FtmEntity) -> tuple[str, ...]:
    return sanction.values("program") or sanction.values("programId")


def _papers(entity: FtmEntity) -> Iterator[Paper]:
    is_passport = entity.schema == "Passport" or any("passport" in kind.casefold() for kind in entity.values("type"))
    countries = entity.values("country")
    for number in entity.values("number"):
        yield Paper(number, countries[0] if len(countries) == 1 else "", is_passport)


def ftm_lines(path: Path, schemata: frozenset[str] = frozenset()) -> Iterator[tuple[int, FtmEntity | str]]:
    """Line number with the entity, or with what is wrong. `schemata`, if given, are all that anybody wants to see.

    Raises LintasError LIST_FORMAT where the first line is no entity, or a line has more than a million characters.
    """
    wanted = [f'"{name}"' for name in schemata]
    with opened_text(path) as text:
        for number, line in enumerate(text_lines(text), start=1):
            if not line.strip() or (number > 1 and wanted and not any(name in line for name in wanted)):
                continue
            entity = _entity(line)
            if number == 1 and isinstance(entity, str):
                raise not_this_format("follow-the-money", f"line 1: {entity}")
            yield number, entity


def _entity(line: str) -> FtmEntity | str:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return "row: broken JSON; one object a line expected"
    if not isinstance(found, dict):
        return "row: an object expected"
    entity_id, schema, properties = found.get("id"), found.get("schema"), found.get("properties")
    if not (isinstance(entity_id, str) and isinstance(schema, str) and isinstance(properties, dict)):
        return "row: id, schema and properties expected"
    caption, datasets = found.get("caption"), found.get("datasets")
    return FtmEntity(
        entity_id,
        schema,
        caption.strip() if isinstance(caption, str) else "",
        tuple(name for name in datasets if isinstance(name, str)) if isinstance(datasets, list) else (),
        properties,
    )
