"""Writes the name frequencies of an invented population: `python -m training.matching.frequencies`."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

from training.matching.population import people
from watchlist.names.fold import words

TARGET = Path("watchlist/names/data/frequency.tsv.gz")
PEOPLE = 300_000
SEED = 20_261_124


def main() -> None:
    """Count words; those of one carrier are left out, since they say no more than being unknown."""
    counts: Counter[str] = Counter()
    for invented in people(PEOPLE, SEED):
        counts.update(set(words(invented.name)))
    rows = [f"{word}\t{count / PEOPLE:.7f}" for word, count in sorted(counts.items()) if count > 1]
    TARGET.write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))


if __name__ == "__main__":
    main()
