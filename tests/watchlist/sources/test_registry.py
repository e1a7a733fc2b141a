"""Formats by name and by look."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from ledger.errors import LintasError
from tests.watchlist.sources.files import (
    LOST,
    LOST_HEADING,
    PERSON,
    csv_text,
    ftm_person,
    individual,
    sdn_line,
    simple,
    un_list,
    written,
)
from watchlist.sources import source_named, sources

SAMPLES = {
    "lintas-csv": csv_text(PERSON),
    "ofac-sdn": sdn_line("1", "DOE", "x"),
    "un-sc": un_list(individual("")),
    "lost-documents-csv": LOST_HEADING + LOST,
    "targets-simple": simple(),
    "follow-the-money": ftm_person(),
}


def test_there_is_a_sample_of_every_format() -> None:
    assert {source.name for source in sources()} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("asked", ["auto", ""])
def test_recognised_by_look(tmp_path: Path, name: str, asked: str) -> None:
    assert source_named(asked, written(tmp_path, SAMPLES[name])).name == name


@pytest.mark.parametrize("name", SAMPLES)
def test_recognised_packed(tmp_path: Path, name: str) -> None:
    content = SAMPLES[name].encode()
    assert source_named("auto", written(tmp_path, gzip.compress(content))).name == name


def test_our_csv_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert (
        source_named("auto", written(tmp_path, b"\xef\xbb\xbf" + SAMPLES["lintas-csv"].encode())).name == "lintas-csv"
    )


def test_utf_16_is_named_as_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(LintasError, match="UTF-16"):
        source_named("auto", written(tmp_path, SAMPLES["lintas-csv"].encode("utf-16")))


@pytest.mark.parametrize("content", ["", "\n\n", "name;date\n", "{}", "\x00\x00"])
def test_an_unknown_file_asks_for_the_format(tmp_path: Path, content: str) -> None:
    with pytest.raises(LintasError) as caught:
        source_named("auto", written(tmp_path, content))
    assert caught.value.reason == "LIST_FORMAT"


def test_an_unknown_name_lists_the_known(tmp_path: Path) -> None:
    with pytest.raises(LintasError, match="ofac-sdn") as caught:
        source_named("interpol", written(tmp_path, ""))
    assert caught.value.reason == "UNKNOWN_SOURCE"
