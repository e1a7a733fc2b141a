"""Small list files about invented people, in the layouts that their publishers use."""

from __future__ import annotations

import csv
import io
import json
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


LOST_HEADING = "issuer,code,number,status,reported_on,authority\n"
LOST = "IDN,P,X1234567,stolen,2026-01-15,Police\n"
SIMPLE_HEADING = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,"
    "last_seen,last_change\n"
)


def simple(**cells: str) -> str:
    """A targets.simple.csv of one row about an invented person."""
    row = {"id": "xx-1", "schema": "Person", "name": "Anna CITRA", "sanctions": "Program", "dataset": "Test List"}
    return SIMPLE_HEADING + ",".join(f'"{(row | cells).get(name, "")}"' for name in SIMPLE_HEADING.strip().split(","))


def entity(schema: str, entity_id: str, properties: dict[str, list[str]], **more: object) -> str:
    """A line of FollowTheMoney JSON."""
    return json.dumps({"id": entity_id, "schema": schema, "properties": properties} | more) + "\n"


def ftm_person(entity_id: str = "xx-1", **properties: list[str]) -> str:
    """A sanctioned invented person."""
    return entity("Person", entity_id, {"name": ["Anna CITRA"], "topics": ["sanction"]} | properties)
