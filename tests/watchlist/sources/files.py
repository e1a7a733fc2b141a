"""Small list files about invented people, in the layouts that their publishers use."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from watchlist.sources.lintas_csv import COLUMNS

PERSON = {
    "entry_id": "T-1",
    "kind": "person",
    "category": "travel_ban",
    "action": "refuse_departure",
    "authority": "Authority",
    "names": "ANNA CITRA",
}
DOCUMENT = {
    "entry_id": "T-2",
    "kind": "document",
    "category": "stolen_document",
    "action": "seize_document",
    "authority": "Authority",
    "documents": "IDN:P:X1234567",
}


def csv_text(*rows: dict[str, str], delimiter: str = ",") -> str:
    """Our own CSV with all columns."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def sdn_line(number: str, name: str, remarks: str, kind: str = "individual") -> str:
    """A row of sdn.csv as OFAC writes it, with blanks after -0-."""
    empty = ",-0- " * 7
    return f'{number},"{name}","{kind}","PROGRAM"{empty},"{remarks}"\n'


def individual(inner: str, data_id: str = "1", name: str = "ANNA") -> str:
    """A person of the UN list."""
    return f"<INDIVIDUAL><DATAID>{data_id}</DATAID><FIRST_NAME>{name}</FIRST_NAME>{inner}</INDIVIDUAL>"


def un_list(*individuals: str) -> str:
    """The UN list around them."""
    people = "".join(individuals)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<CONSOLIDATED_LIST><INDIVIDUALS>{people}</INDIVIDUALS></CONSOLIDATED_LIST>"


def written(folder: Path, content: str | bytes, name: str = "list") -> Path:
    """The content as a file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
