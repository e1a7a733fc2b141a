"""The Tesseract reader: what it reads, what it says of it, and that it ends in time."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import numpy as np
import pytest

from ledger.errors import LintasError
from tests.verifier.reading.odd_images import odd_images
from tests.verifier.reading.samples import sample
from verifier.model.reading import ReadingNote
from verifier.reading.deadline import Deadline, within
from verifier.reading.opencv import cv2
from verifier.reading.tesseract import TesseractReader
from verifier.reading.tesseract_binary import TesseractBinary, find_tesseract


@pytest.fixture(scope="module")
def reader() -> TesseractReader:
    return TesseractReader()


def test_the_wheel_is_found_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = find_tesseract()
    assert found.program.is_file()
    assert found.program.stat().st_mode & stat.S_IXUSR
    assert found.tessdata is not None
    assert (found.tessdata / "eng.traineddata").is_file()
    assert found.has_legacy_model


@pytest.mark.parametrize(
    "file", ["01_plain_passport.jpg", "03_expired_phone_photo.jpg", "05_namesake.png", "07_identity_card_photo.jpg"]
)
def test_samples_are_read_exactly(reader: TesseractReader, file: str) -> None:
    wanted = sample(file)
    (reading,) = reader.read(wanted.image)
    assert reading.lines == wanted.lines
    assert reading.engine == "tesseract"
    assert [len(line) for line in reading.characters] == [len(line) for line in reading.lines]
    assert 0.5 < reading.confidence <= 1
    assert 0.5 < reading.name_confidence <= 1
    assert reading.elapsed_ms > 0


@pytest.mark.parametrize("turn_deg", [0, 90, 180, 270])
def test_the_band_is_where_the_print_is_whichever_way_the_page_lies(reader: TesseractReader, turn_deg: int) -> None:
    wanted = sample("04_watchlisted.jpg")
    codes = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    image = np.asarray(cv2.rotate(wanted.image, codes[turn_deg]) if turn_deg else wanted.image, dtype=np.uint8)
    (reading,) = reader.read(image)
    assert reading.lines == wanted.lines
    assert reading.rotation_deg == (360 - turn_deg) % 360
    assert reading.band is not None
    corners = np.array(reading.band.corners_px)
    along = corners[1] - corners[0]  # from the band's own top left to its top right
    assert np.rad2deg(np.arctan2(along[1], along[0])) % 360 == pytest.approx(turn_deg, abs=2)
    height, width = wanted.image.shape[:2]
    middle = {0: (0.5, 0.84), 90: (0.16, 0.5), 180: (0.5, 0.16), 270: (0.84, 0.5)}[turn_deg]
    size = (width, height) if turn_deg % 180 == 0 else (height, width)
    assert corners.mean(axis=0) == pytest.approx([middle[0] * size[0], middle[1] * size[1]], abs=0.05 * width)


@pytest.mark.parametrize("name", odd_images())
def test_odd_images_give_nothing_and_raise_nothing(reader: TesseractReader, name: str) -> None:
    assert reader.read(odd_images()[name]) == ()


def test_a_page_without_mrz_gives_nothing(reader: TesseractReader) -> None:
    page = sample("01_plain_passport.jpg").image
    assert reader.read(np.ascontiguousarray(page[: int(page.shape[0] * 0.72)])) == ()


def test_a_repair_is_said(reader: TesseractReader) -> None:
    for file in ("01_plain_passport.jpg", "03_expired_phone_photo.jpg", "06_utopia_specimen.jpg"):
        (reading,) = reader.read(sample(file).image)
        assert (reading.repaired_count > 0) <= (ReadingNote.REPAIRED in reading.notes)


def fake_tesseract(folder: Path, script: str) -> TesseractBinary:
    """A program that does what `script` says instead of reading."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o700)
    return TesseractBinary(program, None, has_legacy_model=False)


VERSION = 'if [ "$1" = --version ]; then echo tesseract 5.5.0; exit 0; fi'


def test_a_tesseract_that_hangs_is_killed_at_the_deadline(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    hanging = TesseractReader(fake_tesseract(tmp_path, f"{VERSION}\necho $$ >> {pids}\nexec sleep 600"))
    page = sample("01_plain_passport.jpg").image
    with within(Deadline.after(0.5)), pytest.raises(LintasError) as caught:
        hanging.read(page)
    assert caught.value.reason == "READING_DEADLINE"
    started = [int(line) for line in pids.read_text(encoding="utf-8").split()]
    assert len(started) == 1
    assert not is_running(started[0])


def is_running(pid: int) -> bool:
    """Whether the process is there and no mere zombie; it gets a moment to go."""
    stat_file = Path(f"/proc/{pid}/stat")
    for _ in range(50):
        if not stat_file.exists() or stat_file.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z":
            return False
        time.sleep(0.02)
    return True


@pytest.mark.parametrize("script", ["exit 3", "echo nonsense >&2; exit 0", "kill -9 $$"])
def test_a_tesseract_that_breaks_reads_nothing(tmp_path: Path, script: str) -> None:
    broken = TesseractReader(fake_tesseract(tmp_path, f"{VERSION}\n{script}"))
    assert broken.read(sample("01_plain_passport.jpg").image) == ()


def test_nothing_is_left_in_the_temporary_folder(
    reader: TesseractReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    reader.read(sample("01_plain_passport.jpg").image)
    assert list(tmp_path.iterdir()) == []
