"""Encodings and packing."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path

import pytest

from ledger.errors import LintasError
from tests.watchlist.sources.files import PERSON, csv_text, written
from watchlist.entry import Entry
from watchlist.sources.lintas_csv import read

NAMED = csv_text(PERSON | {"names": "JOSÉ MUÑOZ"})


def name_in(path: Path) -> str:
    (entry,) = read([path], "l")
    assert isinstance(entry, Entry)
    return entry.names[0].full


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("packed", [False, True])
def test_names_survive(tmp_path: Path, encoding: str, packed: bool) -> None:  # noqa: FBT001 - a test's parameter
    content = NAMED.encode(encoding)
    assert name_in(written(tmp_path, gzip.compress(content) if packed else content)) == "JOSÉ MUÑOZ"


def test_latin_1_is_reported_also_when_only_the_last_row_shows_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    many = csv_text(*(PERSON | {"entry_id": f"E-{n}", "remarks": "x" * 900} for n in range(2_500)))
    last = csv_text(PERSON | {"names": "JOSÉ"}).partition("\n")[2]
    path = written(tmp_path, (many + last).encode("latin-1"))
    with caplog.at_level(logging.WARNING):
        entries = list(read([path], "l"))
    assert isinstance(entries[-1], Entry)
    assert entries[-1].names[0].full == "JOSÉ"
    assert "Latin-1" in caplog.text
    assert "JOS" not in caplog.text


def test_utf_8_is_no_news(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    name_in(written(tmp_path, NAMED))
    assert caplog.text == ""


@pytest.mark.parametrize("separator", ["\u2028", "\x0b", "\x0c", "\x85", "\x1c"])
def test_odd_separators_inside_a_cell_end_no_row(tmp_path: Path, separator: str) -> None:
    path = written(tmp_path, csv_text(PERSON | {"names": f"ANNA{separator}CITRA"}))
    assert len(list(read([path], "l"))) == 1


def test_a_cut_gzip_file_is_refused(tmp_path: Path) -> None:
    rows = (PERSON | {"entry_id": f"E-{n}"} for n in range(500))
    packed = gzip.compress(csv_text(*rows).encode())
    with pytest.raises(LintasError, match="gzip") as caught:
        list(read([written(tmp_path, packed[: len(packed) // 2])], "l"))
    assert caught.value.reason == "LIST_FORMAT"


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    bomb = gzip.compress(csv_text(PERSON).encode() + b"x" * (3 << 20))
    with pytest.raises(LintasError, match="million"):
        list(read([written(tmp_path, bomb)], "l"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_named(tmp_path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    with pytest.raises(LintasError, match="UTF-8") as caught:
        list(read([written(tmp_path, mark + NAMED.encode(encoding))], "l"))
    assert caught.value.reason == "LIST_FORMAT"
