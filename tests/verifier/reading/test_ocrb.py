"""Our own eye on pages that a test prints: layouts, orientations, bad input, forgeries that must stay wrong."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ledger.errors import LintasError
from tests.verifier.reading.odd_images import odd_images
from tests.verifier.reading.print_shop import TD1, TD2, TD3, VISA, Grey, page, turned
from verifier.model.reading import ReadingNote
from verifier.reading.deadline import Deadline, within
from verifier.reading.ocrb import OcrbReader
from verifier.reading.opencv import cv2


@pytest.fixture(scope="module")
def reader() -> OcrbReader:
    return OcrbReader()


@pytest.mark.parametrize("lines", [TD1, TD2, TD3, VISA], ids=["td1", "td2", "td3", "visa"])
def test_every_layout_is_read_exactly(reader: OcrbReader, lines: tuple[str, ...]) -> None:
    [reading] = reader.read(page(lines))
    assert reading.lines == lines
    assert reading.engine == "ocrb"
    assert reading.confidence > 0.95
    assert reading.name_confidence > 0.95
    assert [len(row) for row in reading.characters] == [len(line) for line in lines]
    assert reading.notes == ()


@pytest.mark.parametrize("degrees", [90, 180, 270, 7, -7, 13, 97])
def test_every_orientation_is_read_and_named(reader: OcrbReader, degrees: float) -> None:
    [reading] = reader.read(turned(page(TD3), degrees))
    assert reading.lines == TD3
    # turned counter-clockwise by so much, it has to be turned clockwise by as much; small skew is followed unturned
    assert (reading.rotation_deg - degrees + 180) % 360 - 180 == pytest.approx(0, abs=14)


@pytest.mark.parametrize("degrees", [0, 90, 180])
def test_the_band_lies_where_the_print_is(reader: OcrbReader, degrees: float) -> None:
    image = turned(page(TD2), degrees)
    [reading] = reader.read(image)
    assert reading.band is not None
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = reading.band.corners_px
    length = np.hypot(x1 - x0, y1 - y0)
    assert length == pytest.approx(36 * 31.3 / 32 * 20, rel=0.06)
    # the band's own x axis turns with the print
    assert np.degrees(np.arctan2(y0 - y1, x1 - x0)) % 360 == pytest.approx(degrees % 360, abs=4)
    inside = np.zeros(image.shape, np.uint8)
    cv2.fillPoly(inside, [np.array([(x0, y0), (x1, y1), (x2, y2), (x3, y3)], np.int32)], 255)
    dark = image < 120
    assert (dark & (inside > 0)).sum() > 0.97 * dark.sum()


def _jpeg(image: Grey) -> Grey:
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 40])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _blurred(image: Grey) -> Grey:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 1.5), dtype=np.uint8)


@pytest.mark.parametrize("spoil", [_jpeg, _blurred], ids=["jpeg40", "blur1.5"])
def test_spoilt_print_is_read(reader: OcrbReader, spoil: Callable[[Grey], Grey]) -> None:
    assert reader.read(spoil(page(TD3)))[0].lines == TD3


@pytest.mark.parametrize("cap_px", [9, 12, 30])
def test_small_and_large_print_is_read(reader: OcrbReader, cap_px: float) -> None:
    assert reader.read(page(TD3, cap_px=cap_px))[0].lines == TD3


def test_a_colour_image_reads_like_its_grey(reader: OcrbReader) -> None:
    grey = page(TD1)
    colour = np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    assert reader.read(colour)[0].lines == reader.read(grey)[0].lines == TD1


def test_a_bare_strip_is_read(reader: OcrbReader) -> None:
    assert reader.read(page(TD3, above=1.0, margin=1.0))[0].lines == TD3


def test_two_documents_are_both_read(reader: OcrbReader) -> None:
    first, second = page(TD1), page(TD2)
    canvas = np.full((first.shape[0] + second.shape[0], max(first.shape[1], second.shape[1])), 235, np.uint8)
    canvas[: first.shape[0], : first.shape[1]] = first
    canvas[first.shape[0] :, : second.shape[1]] = second
    readings = reader.read(canvas)
    assert {reading.lines for reading in readings} == {TD1, TD2}
    assert all(ReadingNote.SEVERAL_DOCUMENTS in reading.notes for reading in readings)


def test_a_cut_mrz_is_told_as_cut(reader: OcrbReader) -> None:
    whole = page(TD3)
    [reading] = reader.read(np.ascontiguousarray(whole[:, : round(whole.shape[1] * 0.7)]))
    assert ReadingNote.CUT_AT_EDGE in reading.notes
    assert ReadingNote.LOW_CONFIDENCE in reading.notes
    assert TD3[1].startswith(reading.lines[1][:26])


def _forgeries() -> list[tuple[str, str]]:
    """TD3's second line with one digit altered, in dates, number and check digits, and the true line beside it."""
    line = TD3[1]
    places = (1, 4, 9, 13, 16, 18, 19, 21, 24, 26, 27, 30, 42, 43)
    return [
        (line[:place] + str((int(line[place]) + shift) % 10) + line[place + 1 :], line)
        for place in places
        for shift in (1, 5)
    ]


@pytest.mark.parametrize(("forged", "true"), _forgeries())
def test_a_forged_digit_stays_wrong(reader: OcrbReader, forged: str, true: str) -> None:
    # small and blurred enough that the eye is not quite sure
    image = np.asarray(cv2.GaussianBlur(page((TD3[0], forged), cap_px=10), (0, 0), 0.8), dtype=np.uint8)
    [reading] = reader.read(image)
    assert reading.lines == (TD3[0], forged)
    assert reading.repaired_count == 0


def test_a_digit_printed_in_a_name_stays(reader: OcrbReader) -> None:
    odd = ("P<UTOER1KSSON<<ANNA<MAR8A<<<<<<<<<<<<<<<<<<<", TD3[1])
    [reading] = reader.read(page(odd))
    assert reading.lines == odd


@pytest.mark.parametrize("name", sorted(odd_images()))
def test_odd_images_hold_no_mrz(reader: OcrbReader, name: str) -> None:
    assert reader.read(odd_images()[name]) == ()


def _text_page(seed: int) -> NDArray[np.uint8]:
    """A page of capitals, digits or mixed text, in OpenCV's stroke faces."""
    rng = np.random.default_rng(seed)
    alphabet = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ ", "0123456789 ", "abcdefghijklmnop 0123 ABC")[seed % 3]
    image = np.full((900, 760, 3), 240, np.uint8)
    for row in range(25):
        text = "".join(alphabet[i] for i in rng.integers(0, len(alphabet), 60))
        cv2.putText(image, text, (20, 40 + 34 * row), seed % 4, 0.6, (30, 30, 30), 1 + seed % 2, cv2.LINE_AA)
    return image


@pytest.mark.parametrize("seed", range(6))
def test_pages_of_text_hold_no_mrz(reader: OcrbReader, seed: int) -> None:
    assert reader.read(_text_page(seed)) == ()


@given(st.integers(1, 90), st.integers(1, 400), st.integers(0, 2**32 - 1), st.booleans())
@settings(max_examples=25, deadline=None)
def test_no_image_makes_it_raise(height: int, width: int, seed: int, is_colour: bool) -> None:  # noqa: FBT001  (hypothesis gives it by place)
    shape = (height, width, 3) if is_colour else (height, width)
    image = np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)
    assert all(reading.engine == "ocrb" for reading in _SHARED.read(image))


_SHARED = OcrbReader()


def test_frames_outvote_a_bad_one(reader: OcrbReader) -> None:
    good = page(TD3, cap_px=12)
    smeared = good.copy()
    smeared[:, 200:260] = 235
    [reading] = reader.read_burst([smeared, good, good])
    assert reading.lines == TD3


def test_a_passed_deadline_stops_it(reader: OcrbReader) -> None:
    with within(Deadline.after(-1.0)), pytest.raises(LintasError) as caught:
        reader.read(page(TD3))
    assert caught.value.reason == "READING_DEADLINE"
