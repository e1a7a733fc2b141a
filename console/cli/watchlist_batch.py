"""`lintas watchlist score` and `screen`: whole files of pairs or travellers."""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from google.type.date_pb2 import Date

from console.cli.progress import with_progress
from console.cli.session import Json, Server, session_of, told_plainly
from console.words import GRADE
from lintas.v1 import watchlist_pb2
from watchlist.issuers import code_of
from watchlist.partial_date import PartialDate

_File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, metavar="FILE.csv[.gz]")]
_SEX = {"female": "SEX_FEMALE", "f": "SEX_FEMALE", "male": "SEX_MALE", "m": "SEX_MALE"}


def _rows(path: Path, required: set[str]) -> list[dict[str, str]]:
    """All rows of a CSV; it says which columns are missing."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        try:
            reader = csv.DictReader(file)
            missing = required - set(reader.fieldnames or ())
            if missing:
                raise typer.BadParameter(f"columns missing: {', '.join(sorted(missing))}", param_hint=str(path))
            return list(reader)
        except (UnicodeDecodeError, csv.Error, gzip.BadGzipFile) as error:
            raise typer.BadParameter(f"no readable CSV: {error}", param_hint=str(path)) from None


def score(
    context: typer.Context,
    pairs: _File,
    as_json: Json = False,
) -> None:
    """Score pairs of names: are they the same person? Columns name_a, dob_a, nat_a, name_b, dob_b, nat_b, pair_id.

    Prints CSV (pair_id, probability, grade), or JSON with --json. Nothing is recorded.
    """
    from watchlist.scoring.model import load_model  # noqa: PLC0415 - loads numpy and the model
    from watchlist.scoring.pair_scores import score_pairs  # noqa: PLC0415

    session = session_of(context)
    rows = _rows(pairs, {"name_a", "name_b"})
    scores = score_pairs(rows, load_model())
    writer = csv.writer(sys.stdout)
    if not as_json:
        writer.writerow(("pair_id", "probability", "grade"))
    for _ in with_progress(rows, session.err, "scored"):
        each = next(scores)
        if as_json:
            line = {"pair_id": each.pair_id, "probability": round(each.probability, 6), "grade": each.grade.name}
            print(json.dumps(line))  # noqa: T201 - machines read it
        else:
            writer.writerow((each.pair_id, f"{each.probability:.6f}", each.grade.name))


def screen(
    context: typer.Context,
    travellers: _File,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Search the list for every traveller of a file. Columns full_name; date_of_birth, gender, nationality if known.

    Prints a line for each traveller with hits (row number, entry, probability, grade), or with --json one for each.
    """
    session = session_of(context)
    rows = _rows(travellers, {"full_name"})
    with told_plainly(), session.client(server, looks_only=True) as client:
        answers = client.screen_batch(_requests(rows))
        for number, answer in enumerate(with_progress(answers, session.err, "screened", total=len(rows)), start=1):
            if as_json:
                found = [_hit(hit) for hit in answer.hits]
                print(json.dumps({"row": number, "hits": found}, ensure_ascii=False))  # noqa: T201 - machines read it
            for hit in () if as_json else answer.hits:
                grade = session.say(GRADE[watchlist_pb2.Grade.Name(hit.grade)])
                session.out.print(f"row {number}: {hit.probability:6.1%} {grade:12} {hit.entry.name}", highlight=False)


def _requests(rows: list[dict[str, str]]) -> Iterator[watchlist_pb2.ScreenBatchRequest]:
    for number, row in enumerate(rows, start=1):
        yield watchlist_pb2.ScreenBatchRequest(reference=str(number), search=_request(row))


def _hit(hit: watchlist_pb2.Hit) -> dict[str, object]:
    grade = watchlist_pb2.Grade.Name(hit.grade).removeprefix("GRADE_")
    return {"entry": hit.entry.name, "probability": round(hit.probability, 6), "grade": grade}


def _request(row: dict[str, str]) -> watchlist_pb2.SearchRequest:
    """A search for one traveller; what cannot be read is left out, as if it were unknown."""
    return watchlist_pb2.SearchRequest(
        names=[watchlist_pb2.SubjectName(full=row["full_name"][:1000])],
        birth_dates=list(_date(row.get("date_of_birth") or "")),
        sex=_SEX.get((row.get("gender") or "").strip().lower(), "SEX_UNSPECIFIED"),
        nationality=code_of(row.get("nationality") or ""),
    )


def _date(text: str) -> Iterator[Date]:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    yield Date(year=date.year, month=date.month, day=date.day)
