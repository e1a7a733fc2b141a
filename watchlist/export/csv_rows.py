"""Entries as our own CSV: what is written here, `watchlist.sources.lintas_csv` reads again.

Everything that a list says of an entry goes along and comes back to the letter. What was decided here beside it (see
`watchlist.standing.LocalStanding`) stays at home, and so does what was revoked.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from watchlist.entry import DocumentKey, Entry, NameStrength
from watchlist.sources.csv_cells import detail_of, instant_text, joined, link_text, named, objection_text
from watchlist.sources.lintas_csv import COLUMNS


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The heading, then one entry after the other, each with its line end."""
    yield ",".join(COLUMNS) + "\n"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    for entry in entries:
        writer.writerow(_cells(entry))
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def local_id(entry: Entry) -> str:
    """The id without the list that it stands in: another house keeps the list under a name of its own."""
    return entry.entry_id.removeprefix(f"{entry.list_id}:")


def _cells(entry: Entry) -> dict[str, str]:
    strong = [name for name in entry.names if name.strength is not NameStrength.WEAK]
    first = strong[0] if strong else None
    weak = [name.full for name in entry.names if name.strength is NameStrength.WEAK]
    parts = (first.family, first.given) if first else ("", "")
    is_plain = named([name.full for name in strong], weak, *parts) == entry.names
    return {
        "entry_id": local_id(entry),
        "kind": entry.kind.value,
        "category": entry.category.value,
        "action": entry.action.value,
        "authority": entry.authority,
        "names": joined(name.full for name in strong),
        "family": parts[0],
        "given": parts[1],
        "birth_dates": joined(map(str, entry.birth_dates)),
        "birth_places": joined(entry.birth_places),
        "sex": entry.sex.value if entry.sex else "",
        "nationalities": joined(entry.nationalities),
        "documents": joined(map(_document, entry.documents)),
        "identity_numbers": joined(entry.identity_numbers),
        "legal_ground": entry.legal_ground,
        "valid_from": instant_text(entry.valid_from),
        "valid_until": instant_text(entry.valid_until),
        "remarks": entry.remarks,
        "weak_names": joined(weak),
        "provenance": entry.provenance,
        "confidentiality": entry.confidentiality.value,
        "review_date": entry.review_on.isoformat() if entry.review_on else "",
        "photo_reference": entry.photo_reference,
        "name_details": "" if is_plain else joined(map(detail_of, entry.names)),
        "links": joined(link_text(entry, link) for link in entry.links),
        "objections": joined(map(objection_text, entry.objections)),
        "extensions": str(entry.extensions) if entry.extensions else "",
    }


def _document(key: DocumentKey) -> str:
    return f"{key.issuer}:{key.code}:{key.number}"
