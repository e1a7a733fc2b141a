"""Entries as our own CSV: what is written here, `watchlist.sources.lintas_csv` reads again.

Links, objections and extensions stay at home: they speak of other entries and letters of this house. A list that was
read from our CSV comes back to the letter; other lists with names in the order primary, strong, weak.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from watchlist.entry import DocumentKey, Entry, NameStrength
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
    strong.sort(key=lambda name: name.strength is not NameStrength.PRIMARY)
    first = strong[0] if strong else None
    return {
        "entry_id": local_id(entry),
        "kind": entry.kind.value,
        "category": entry.category.value,
        "action": entry.action.value,
        "authority": entry.authority,
        "names": _joined(name.full for name in strong),
        "family": first.family if first else "",
        "given": first.given if first else "",
        "birth_dates": _joined(map(str, entry.birth_dates)),
        "birth_places": _joined(entry.birth_places),
        "sex": entry.sex.value if entry.sex else "",
        "nationalities": _joined(entry.nationalities),
        "documents": _joined(map(_document, entry.documents)),
        "identity_numbers": _joined(entry.identity_numbers),
        "legal_ground": entry.legal_ground,
        "valid_from": _instant(entry.valid_from),
        "valid_until": _instant(entry.valid_until),
        "remarks": entry.remarks,
        "weak_names": _joined(name.full for name in entry.names if name.strength is NameStrength.WEAK),
        "provenance": entry.provenance,
        "confidentiality": entry.confidentiality.value,
        "review_date": entry.review_on.isoformat() if entry.review_on else "",
        "photo_reference": entry.photo_reference,
    }


def _joined(values: Iterable[str]) -> str:
    return "|".join(value.replace("|", "\\|") for value in values)


def _document(key: DocumentKey) -> str:
    return f"{key.issuer}:{key.code}:{key.number}"


def _instant(instant: datetime | None) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z") if instant else ""
