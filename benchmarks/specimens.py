"""Specimen documents: how long drawing takes, and whether the real reader reads them.

    python -m benchmarks.specimens [--count 200] [--session 20]

Draws invented people's documents of every kind and state, photographs them with the default scanner (and, beside it, a
telephone) and gives them to our own eye. Bars (issue F): a page <= 1.5 s the first time, all views of a session of 20
cases <= 60 s, 100 % of undamaged specimens read without a wrong character.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from datetime import date

from simulator.specimen import (
    Camera,
    DocumentSpec,
    Holder,
    Template,
    View,
    document_photos,
    photograph,
    prepare,
    render,
)
from simulator.specimen.blank_raster import drawn_blank
from simulator.specimen.states import states
from verifier.reading.ocrb import OcrbReader
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

_SYLLABLES = ("ba", "ke", "lor", "min", "ta", "ves", "ro", "dun", "ila", "qu", "zhe", "wy", "har", "xo", "ful", "pje")


def _name(draw: random.Random, words: int) -> str:
    parts = ("".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 4))) for _ in range(words))
    return " ".join(parts).upper()


def _document(draw: random.Random, number: int) -> DocumentSpec:
    """An invented person's document; kinds and states in turn."""
    template, issuer = list(Template)[number % 5], sorted(states())[(number // 5) % 6]
    photo = draw.choice(document_photos())
    serial = "".join(draw.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(9))
    holder = Holder(
        surname=_name(draw, draw.randint(1, 2)),
        given_names=_name(draw, draw.randint(1, 3)),
        nationality=issuer,
        birth_date=PartialDate(2026 - photo.age, draw.randint(1, 12), draw.randint(1, 28)),
        sex=Sex(photo.sex),
        birth_place=_name(draw, 1),
        personal_number="".join(draw.choice("0123456789") for _ in range(draw.choice((0, 6)))),
    )
    issued = date(draw.randint(2018, 2026), draw.randint(1, 12), draw.randint(1, 28))
    expires = date(issued.year + 10, issued.month, issued.day)
    visa = f"{serial[:2]}{draw.randint(10**5, 10**6 - 1)}"
    return DocumentSpec(template, issuer, serial, issued, expires, holder, photo.key, number, visa_passport_number=visa)


@dataclass(slots=True)
class _Tally:
    exact: int = 0
    wrong: int = 0
    unread: int = 0


def _read(reader: OcrbReader, tally: _Tally, spec: DocumentSpec, camera: Camera) -> None:
    page = render(spec, View.VISIBLE)
    found = reader.read(photograph(page.pixels, camera))
    if not found:
        tally.unread += 1
    elif found[0].lines == page.mrz:
        tally.exact += 1
    else:
        tally.wrong += 1


def _quantiles(times_s: list[float]) -> str:
    ordered = sorted(times_s)
    middle, p95 = ordered[len(ordered) // 2], ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
    return f"median {middle:.2f} s, p95 {p95:.2f} s, worst {ordered[-1]:.2f} s"


def _first_times(documents: list[DocumentSpec]) -> None:
    """One page of every kind in every light, with nothing cached; then the same again."""
    cold: tuple[list[float], list[float]] = ([], [])
    warm: list[float] = []
    for spec in documents[:10]:
        for view in (View.VISIBLE, View.UV, View.IR, View.LOUPE("microprint")):
            render.cache_clear()
            drawn_blank.cache_clear()
            wall, processor = time.perf_counter(), time.thread_time()
            render(spec, view)
            cold[0].append(time.perf_counter() - wall)
            cold[1].append(time.thread_time() - processor)
            wall = time.perf_counter()
            render(spec, view)
            warm.append(time.perf_counter() - wall)
    print(f"first time, nothing cached, wall      {_quantiles(cold[0])}")
    print(f"first time, nothing cached, processor {_quantiles(cold[1])}")
    print(f"again, from the cache                 worst {max(warm) * 1000:.2f} ms")


def _session(documents: list[DocumentSpec]) -> None:
    render.cache_clear()
    drawn_blank.cache_clear()
    wall, processor = time.perf_counter(), time.process_time()
    pages: list[int] = []
    prepare(documents, lambda _done, of: pages.append(of))
    took, worked = time.perf_counter() - wall, time.process_time() - processor
    print(f"session of {len(documents)} documents, {len(pages)} pages: {took:.1f} s wall, {worked:.1f} s processor")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--session", type=int, default=20)
    options = parser.parse_args()
    draw = random.Random(9303)
    documents = [_document(draw, number) for number in range(options.count)]
    _first_times(documents)
    _session(documents[: options.session])
    reader, scanned, phoned = OcrbReader(), _Tally(), _Tally()
    for number, spec in enumerate(documents):
        _read(reader, scanned, spec, Camera(seed=number))
        _read(reader, phoned, spec, Camera.phone(number))
    for name, tally in (("default scanner", scanned), ("telephone", phoned)):
        print(f"{name}: {tally.exact}/{options.count} exact, {tally.wrong} wrong, {tally.unread} not found")


if __name__ == "__main__":
    main()
