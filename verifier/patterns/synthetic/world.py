"""A year of invented crossings as Parquet: the same seed gives the same rows, and memory does not grow with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from verifier.patterns.synthetic import look_alikes, rings, travellers
from verifier.patterns.synthetic.columns import ARRIVAL, DEFERRED, UNKNOWN, Array, Columns, Ints, keys
from verifier.patterns.synthetic.places import PORTS, Places, places
from verifier.patterns.tables import DAY_S, Span

_CHUNK: Final = 500_000
_START_S: Final = int(datetime(2025, 11, 24, tzinfo=UTC).timestamp())
SPAN: Final = Span(_START_S, _START_S + travellers.YEAR_DAYS * DAY_S)
RINGS_PER_MILLION: Final = 11  # of each of the eight kinds
_HEX: Final = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)
_FEW_VALUES: Final = ["key_id", "port", "direction", "agency_id", "decision"]  # random keys only swell a dictionary
_ROW_GROUP: Final = 125_000
_DASHES: Final = (8, 13, 18, 23)


@dataclass(frozen=True, slots=True)
class World:
    """What was written. `rings`: how many of each kind; which crossings belong to them is in `rings.parquet`."""

    folder: Path
    crossings: int
    contacts: int
    rings: dict[str, int]

    @property
    def left_out(self) -> dict[str, int]:
        """Kinds that the world is too small for, and from how many crossings on there is one."""
        return {kind: rings.PLANTED_FROM[kind] for kind, count in self.rings.items() if not count}


def generate(folder: Path, crossings: int, seed: int, *, told: Callable[[int], None] = lambda _rows: None) -> World:
    """Write crossings.parquet, crossing_contacts.parquet, pattern_allowances.parquet and rings.parquet into `folder`.

    About `crossings` rows in all; `told` hears how many a part had. Raises ValueError for fewer than 1000.
    """
    if crossings < 1000:
        raise ValueError("at least 1000 crossings: fewer hold no ring and no group")
    folder.mkdir(parents=True, exist_ok=True)
    root = np.random.default_rng(seed)
    known = places(root, crossings)
    _write_allowances(folder, known)
    parts = [_CHUNK] * (crossings // _CHUNK) + ([crossings % _CHUNK] if crossings % _CHUNK else [])
    written, contacts, planted = 0, 0, dict.fromkeys(rings.RINGS, 0)
    with _Files(folder) as files:
        for number, rows in enumerate(parts):
            # from 1 on: numpy takes [seed, 0] for the seed alone, and the first part would repeat the places' keys
            rng = np.random.default_rng([seed, number + 1])
            columns = Columns()
            _plant(rng, columns, known, sum(parts[: number + 1]), planted)
            _innocents(rng, columns, known, rows)
            part = columns.joined()
            contacts += files.write(rng, part)
            written += len(part["at_s"])
            told(len(part["at_s"]))
    return World(folder, written, contacts, planted)


def _plant(rng: np.random.Generator, columns: Columns, known: Places, rows: int, planted: dict[str, int]) -> None:
    """So many rings that there are enough for `rows` crossings in all."""
    for at, (kind, plant) in enumerate(rings.RINGS.items()):
        wanted = max(RINGS_PER_MILLION * rows // 1_000_000, rows >= rings.PLANTED_FROM[kind])
        first = planted[kind]
        if wanted > first:
            # eight kinds share one sequence, so that a number says its kind
            numbers: Ints = (np.arange(first, wanted) * len(rings.RINGS) + at + 1).astype(np.int64)
            plant(rng, columns, known, numbers, _START_S)
            planted[kind] = int(wanted)


def kind_of(ring: int) -> str:
    """The kind of a ring's number."""
    return list(rings.RINGS)[(ring - 1) % len(rings.RINGS)]


def _innocents(rng: np.random.Generator, columns: Columns, known: Places, rows: int) -> None:
    """Shares of the traffic, by journeys of about two rows a person; single travellers fill what is left."""
    look_alikes.tours(rng, columns, known, int(0.12 * rows / 65) + 1, _START_S)
    look_alikes.classes(rng, columns, int(0.03 * rows / 58) + 1, _START_S)
    look_alikes.staff(rng, columns, known, int(0.11 * rows / 2.3), _START_S)
    look_alikes.placed_workers(rng, columns, known, int(0.05 * rows / 1.05), _START_S)
    look_alikes.students(rng, columns, known, int(0.02 * rows / 1.5), _START_S)
    look_alikes.guests(rng, columns, int(0.004 * rows / 30) + 1, _START_S)
    look_alikes.helpers(rng, columns, int(0.002 * rows / 3) + 1, _START_S)
    look_alikes.postponed(rng, columns, known, int(0.003 * rows / 2.6) + 1, _START_S)
    travellers.families(rng, columns, known, int(0.20 * rows / 7), _START_S)
    travellers.alone(rng, columns, known, max(int((rows - columns.count) / 1.93), 1), _START_S)


class _Files:
    """The three files that grow by parts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._writers.values():
            each.close()

    def write(self, rng: np.random.Generator, part: dict[str, Array]) -> int:
        """One part, in order of time; gives the number of contacts."""
        order = np.argsort(part["at_s"], kind="stable")
        part = {name: values[order] for name, values in part.items()}
        ids = crossing_ids(rng, len(order))
        part["key"] = keys(rng, len(order))
        self._put("crossings", _crossings(rng, part, ids))
        contacts = _contacts(rng, part, ids)
        self._put("crossing_contacts", contacts)
        is_ring = part["ring"] > 0
        self._put("rings", pa.table({"crossing_id": ids.filter(pa.array(is_ring)), "ring": part["ring"][is_ring]}))
        return int(contacts.num_rows)

    def _put(self, name: str, table: Any) -> None:
        if name not in self._writers:
            self._writers[name] = pq.ParquetWriter(
                self._folder / f"{name}.parquet", table.schema, compression="snappy", use_dictionary=_FEW_VALUES
            )
        self._writers[name].write_table(table, row_group_size=_ROW_GROUP)


def crossing_ids(rng: np.random.Generator, count: int) -> Any:
    """Ids of the form that cases have (36 characters), as an Arrow array."""
    digits = _HEX[rng.integers(0, 16, (count, 36), dtype=np.uint8)]
    digits[:, _DASHES] = ord("-")
    return pa.array(digits.view("S36").ravel()).cast(pa.string())


def _crossings(rng: np.random.Generator, part: dict[str, Array], ids: Any) -> Any:
    count = len(ids)
    port_names, no_port = pa.array(PORTS), part["port"] == UNKNOWN
    port = port_names.take(pa.array(np.where(no_port, 0, part["port"]), mask=no_port))
    directions = pa.array(["arrival", "departure"]).take(pa.array((part["direction"] != ARRIVAL).astype(np.int8)))
    decisions = pa.array(["", "defer"]).take(pa.array((part["decision"] == DEFERRED).astype(np.int8)))
    expires = (part["at_s"] // DAY_S + rng.integers(100, 3600, count)).astype(np.int32)
    return pa.table(
        {
            "crossing_id": ids,
            "crossing_key": pa.array(part["key"]),
            "crossed_at_s": pa.array(part["at_s"]),
            "key_id": pa.array(np.zeros(count, np.int8)).cast(pa.string()),
            "port": port,
            "direction": directions,
            "person_key": _nullable(part["person"]),
            "document_key": _nullable(part["document"]),
            "document_next_key": _nullable(part["next_document"]),
            "document_expires_day": pa.array(expires),
            "birth_year": _nullable(part["birth_year"]).cast(pa.int32()),
            "is_minor": pa.array(part["is_minor"].astype(bool), mask=part["birth_year"] == UNKNOWN),
            "party_key": _nullable(part["party"]),
            "booking_key": _nullable(part["booking"]),
            "payer_key": _nullable(part["payer"]),
            "agency_id": _agencies(part["agency"]),
            "was_postponed_before": pa.nulls(count, pa.bool_()),
            "decision": decisions,
        }
    )


def _nullable(values: Array) -> Any:
    return pa.array(values, mask=values == UNKNOWN)


def _agencies(values: Array) -> Any:
    numbers, at = np.unique(values, return_inverse=True)
    names = pa.array([None if each == UNKNOWN else agency_id(int(each)) for each in numbers], pa.string())
    return names.take(pa.array(at))


def agency_id(number: int) -> str:
    """The invented licence of an agency."""
    return f"LIC{number:06d}"


def _contacts(rng: np.random.Generator, part: dict[str, Array], ids: Any) -> Any:
    """What was said of the destination, and for every second departure a telephone at home."""
    named = np.flatnonzero(part["contact"] != UNKNOWN)
    home = np.flatnonzero((part["direction"] != ARRIVAL) & (rng.random(len(ids)) < 0.5))
    rows = np.concatenate([named, home])
    contact = np.concatenate([part["contact"][named], keys(rng, len(home))])
    return pa.table(
        {
            "crossing_id": ids.take(pa.array(rows)),
            "crossing_key": part["key"][rows],
            "crossed_at_s": part["at_s"][rows],
            "contact_key": contact,
        }
    )


def _allowances(known: Places) -> Iterator[tuple[str, str, str | None, int | None]]:
    for number in sorted(known.licensed):
        yield f"agency-{number}", "agency", agency_id(number), None
    for kind, subjects in (("payer", known.allowed_payers), ("contact", known.allowed_contacts)):
        for subject in sorted(subjects):
            yield f"{kind}-{subject}", kind, None, subject


def _write_allowances(folder: Path, known: Places) -> None:
    ids, kinds, texts, subjects = zip(*_allowances(known), strict=True)
    table = pa.table(
        {
            "allowance_id": pa.array(ids, pa.string()),
            "subject_kind": pa.array(kinds, pa.string()),
            "subject_text": pa.array(texts, pa.string()),
            "subject_key": pa.array(subjects, pa.int64()),
            "valid_from_s": pa.array([SPAN.since_s] * len(ids), pa.int64()),
            "valid_until_s": pa.array([SPAN.until_s] * len(ids), pa.int64()),
        }
    )
    pq.write_table(table, folder / "pattern_allowances.parquet")
