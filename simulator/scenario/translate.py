"""All sentences of a scenario as a table for translators, and back into the same file, comments and layout kept."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Final

from ledger.errors import Fault, FieldFault, LintasError
from simulator.scenario.lines import PlacedLine, lines_of
from simulator.scenario.load import parse_scenario
from simulator.scenario.source import Place, Source, read_source

COLUMNS: Final = ("line_id", "id", "en", "exported")
_MOST_ROWS: Final = 5_000
_LONGEST_FIELD: Final = 20_000


def to_csv(source: Source) -> str:
    """A row a sentence: its id, both languages, and a digest that tells later whether it changed meanwhile."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in lines_of(parse_scenario(source)):
        writer.writerow((each.line_id, each.line.id, each.line.en, _digest(each)))
    return out.getvalue()


def from_csv(source: Source, table: str) -> tuple[str, int]:
    """The file's text with the sentences of the table put in, and how many changed.

    Rows may be missing. Raises LintasError TRANSLATION_INVALID, naming each row: columns that are missing, lines that
    the scenario does not have or that come twice, sentences that changed since the export, empty ones.
    """
    rows = _rows(table)
    known = {each.line_id: each for each in lines_of(parse_scenario(source))}
    faults: list[FieldFault] = []
    changes: dict[Place, str] = {}
    seen: set[str] = set()
    for number, row in rows:
        line_id = row["line_id"]
        problem = _problem(row, known.get(line_id), is_repeated=line_id in seen)
        seen.add(line_id)
        if problem:
            faults.append(FieldFault(f"row {number}: {line_id[:80]}", problem))
        elif line_id in known:
            each = known[line_id]
            for language in ("id", "en"):
                if row[language].strip() != getattr(each.line, language):
                    changes[(*each.place, language)] = row[language].strip()
    if faults:
        raise _refused(tuple(faults))
    text = _with(source, changes)
    parse_scenario(read_source(source.file, text.encode()))  # what is written can be read again
    return text, len(changes)


def _rows(table: str) -> list[tuple[int, dict[str, str]]]:
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        reader = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""), strict=True)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise _refused((FieldFault("row 1", f"columns missing: {', '.join(missing)}"),))
        rows = [(reader.line_num, {name: row.get(name) or "" for name in COLUMNS}) for row in reader]
    except csv.Error as error:
        raise _refused((FieldFault("row ?", f"no CSV: {error}"),)) from None
    if len(rows) > _MOST_ROWS:
        raise _refused((FieldFault("table", f"at most {_MOST_ROWS} rows"),))
    return rows


def _problem(row: dict[str, str], known: PlacedLine | None, *, is_repeated: bool) -> str:
    if known is None:
        return "no such line in the scenario"
    if is_repeated:
        return "the line comes twice"
    if not (row["id"].strip() and row["en"].strip()):
        return "both languages are needed"
    if row["exported"] != _digest(known):
        return "the sentence changed since the export; export again"
    return ""


# YAML readers take these for ends of lines and fold them, JSON does not escape them
_LINE_ENDS: Final = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def _with(source: Source, changes: dict[Place, str]) -> str:
    """From the end to the beginning, so that earlier places stay where they are."""
    text = source.text
    for place, words in sorted(changes.items(), key=lambda change: -source.mark(change[0]).start):
        mark = source.mark(place)
        # a block scalar ends with its line; YAML reads JSON's quoted strings
        end = "\n" if text[mark.start] in "|>" else ""
        quoted = json.dumps(words, ensure_ascii=False).translate(_LINE_ENDS)
        text = text[: mark.start] + quoted + end + text[mark.end :]
    return text


def _digest(each: PlacedLine) -> str:
    return hashlib.sha256(f"{each.line.id}\0{each.line.en}".encode()).hexdigest()[:12]


def _refused(faults: tuple[FieldFault, ...]) -> LintasError:
    first = faults[0]
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    message = f"{first.field}: {first.description}{more}; nothing was changed"
    return LintasError(Fault.INVALID, "TRANSLATION_INVALID", message, fields=faults)
