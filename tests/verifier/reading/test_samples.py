"""The bundled sample documents: they are what samples.json says, and our own eye reads each of them exactly."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from console.samples.documents import DOCUMENTS
from console.samples.mrz_text import mrz_lines
from console.samples.watchlist import ENTRIES
from tests.verifier.reading.samples import FOLDER, sample
from verifier.mrz.parse import parse
from verifier.reading.ocrb import OcrbReader
from watchlist.entry import Entry
from watchlist.sources.lintas_csv import read as read_list

LISTED: list[dict[str, Any]] = json.loads((FOLDER / "samples.json").read_text(encoding="utf-8"))
FILES = [each["file"] for each in LISTED]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def reader() -> OcrbReader:
    return OcrbReader()


@pytest.mark.parametrize("file", FILES)
def test_our_own_eye_reads_every_sample_exactly(reader: OcrbReader, file: str) -> None:
    wanted = sample(file)
    readings = reader.read(wanted.image)
    assert [each.lines for each in readings] == [wanted.lines]
    assert readings[0].repaired_count == 0


def test_the_listing_is_that_of_the_drawing_script() -> None:
    assert [each.file for each in DOCUMENTS] == FILES
    assert [tuple(each["mrz"]) for each in LISTED] == [mrz_lines(each) for each in DOCUMENTS]
    assert {each.name for each in FOLDER.iterdir() if each.suffix in {".jpg", ".png"}} == set(FILES)


@pytest.mark.parametrize("listed", LISTED, ids=FILES)
def test_mrz_and_visual_zone_agree_and_only_the_altered_one_has_wrong_digits(listed: dict[str, Any]) -> None:
    record = parse(listed["mrz"], TODAY)
    assert set(record.wrong_digits) == ({"expiry_date", "composite"} if "altered" in listed["file"] else set())
    zone = listed["visual_zone"]
    assert record.value("document_number") == zone["document_number"]
    assert zone["birth_date"] in [str(each) for each in record.birth_dates]
    assert zone["expiry_date"] in [str(each) for each in record.expiry_dates]
    assert record.sex is not None
    assert record.sex.value == zone["sex"]


@pytest.mark.parametrize("listed", LISTED, ids=FILES)
def test_the_dates_hold_for_years(listed: dict[str, Any]) -> None:
    expiry = date.fromisoformat(listed["visual_zone"]["expiry_date"])
    assert expiry.year == 2021 if "expired" in listed["file"] else expiry.year >= 2033


@pytest.mark.parametrize("listed", LISTED, ids=FILES)
def test_each_tells_its_story_in_both_languages_and_what_to_expect(listed: dict[str, Any]) -> None:
    assert listed["story"]["id"].endswith(".")
    assert listed["story"]["en"].endswith(".")
    assert listed["expected_advice"] in {"CLEAR", "RETRY", "REFER", "PROTECT"}
    assert listed["expected_advice_on_retry"] in {"CLEAR", "REFER", "PROTECT"}


@pytest.mark.parametrize("file", FILES)
def test_the_images_are_small(file: str) -> None:
    assert (FOLDER / file).stat().st_size <= 150_000


def test_the_demonstration_list_names_one_of_the_samples_and_not_its_namesake() -> None:
    entries = [each for each in read_list([FOLDER / "demo_watchlist.csv"], "demo") if isinstance(each, Entry)]
    assert len(entries) == len(ENTRIES), "a row was rejected"
    zones = {each["file"]: each["visual_zone"] for each in LISTED}
    met = {file for file, zone in zones.items() for entry in entries if is_met(entry, zone)}
    assert met == {"04_watchlisted.jpg"}
    listed, namesake = zones["04_watchlisted.jpg"], zones["05_namesake.png"]
    assert (namesake["surname"], namesake["given_names"]) == (listed["surname"], listed["given_names"])


def is_met(entry: Entry, zone: dict[str, str]) -> bool:
    """The entry is about the holder, by name and date of birth, or about the document."""
    person = any(each.family == zone["surname"] for each in entry.names)
    born = zone["birth_date"] in [str(each) for each in entry.birth_dates]
    number = any(
        (each.issuer, each.number) == (zone["issuing_state"], zone["document_number"]) for each in entry.documents
    )
    return (person and born) or number
