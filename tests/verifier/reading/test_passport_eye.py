"""The PassportEye reader: the same results as PassportEye itself, and none of its surprises."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest

from ledger.errors import LintasError
from tests.verifier.reading.odd_images import odd_images
from tests.verifier.reading.samples import FOLDER, sample
from tests.verifier.reading.test_tesseract import VERSION, fake_tesseract, is_running
from verifier.model.reading import ReadingNote
from verifier.reading.deadline import Deadline, within
from verifier.reading.passport_eye import PassportEyeReader
from verifier.reading.tesseract_binary import find_tesseract


@pytest.fixture
def reader() -> PassportEyeReader:
    # for each test anew: making one points PassportEye, which keeps that in a module, back to the real Tesseract
    return PassportEyeReader()


@pytest.mark.parametrize("file", ["01_plain_passport.jpg", "03_expired_phone_photo.jpg", "05_namesake.png"])
def test_samples_are_read_exactly(reader: PassportEyeReader, file: str) -> None:
    wanted = sample(file)
    (reading,) = reader.read(wanted.image)
    assert reading.lines == wanted.lines
    assert reading.engine == "passporteye"
    assert [len(line) for line in reading.characters] == [len(line) for line in reading.lines]
    assert reading.confidence == 0.0, "PassportEye knows no probabilities, and we claim none"


def test_the_band_is_where_the_print_is(reader: PassportEyeReader) -> None:
    wanted = sample("04_watchlisted.jpg")
    (reading,) = reader.read(wanted.image)
    assert reading.band is not None
    top_left, top_right, bottom_right, bottom_left = reading.band.corners_px
    height, width = wanted.image.shape[:2]
    assert top_left[0] < 0.1 * width < 0.9 * width < top_right[0]
    assert 0.7 * height < top_left[1] < 0.84 * height < bottom_left[1] < 0.95 * height
    assert bottom_right[0] > bottom_left[0]


def test_it_gives_what_passporteye_gives(reader: PassportEyeReader) -> None:
    """The library on the file itself, with the same Tesseract options, against our adapter."""
    from passporteye import read_mrz  # noqa: PLC0415  # two seconds that only this file's tests need

    file = FOLDER / "06_utopia_specimen.jpg"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = read_mrz(str(file), extra_cmdline_params=find_tesseract().options(legacy=True))
    (ours,) = reader.read(sample(file.name).image)
    assert theirs.number == ours.lines[1][:9].replace("<", "")
    assert theirs.surname == "NIGHTINGALE"
    assert ours.lines[0][5:].startswith(theirs.surname)
    assert theirs.personal_number == ours.lines[1][28:42]


def test_what_it_changes_without_a_word_is_marked(reader: PassportEyeReader) -> None:
    (reading,) = reader.read(sample("03_expired_phone_photo.jpg").image)
    repaired = [each for line in reading.characters for each in line if each.is_repaired]
    assert reading.repaired_count == len(repaired)
    assert (ReadingNote.REPAIRED in reading.notes) == bool(repaired)
    assert repaired, "Tesseract takes a digit for a letter here; if it no longer does, choose another sample"


@pytest.mark.parametrize("name", odd_images())
def test_odd_images_give_nothing_and_raise_nothing(reader: PassportEyeReader, name: str) -> None:
    assert reader.read(odd_images()[name]) == ()


def test_large_images_are_shrunk_and_the_band_is_not(reader: PassportEyeReader) -> None:
    wanted = sample("04_watchlisted.jpg")
    large = np.ascontiguousarray(np.kron(wanted.image, np.ones((4, 4, 1), dtype=np.uint8)))  # 13.6 megapixels
    (reading,) = reader.read(large)
    assert reading.band is not None
    assert max(x for x, _ in reading.band.corners_px) > 0.9 * large.shape[1]


def test_a_tesseract_that_hangs_is_killed_at_the_deadline(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    hanging = PassportEyeReader(fake_tesseract(tmp_path, f"{VERSION}\necho $$ >> {pids}\nexec sleep 600"))
    with within(Deadline.after(2.0)), pytest.raises(LintasError) as caught:
        hanging.read(sample("01_plain_passport.jpg").image)
    assert caught.value.reason == "READING_DEADLINE"
    assert not any(is_running(int(line)) for line in pids.read_text(encoding="utf-8").split())


def test_a_tesseract_that_breaks_reads_nothing(tmp_path: Path) -> None:
    broken = PassportEyeReader(fake_tesseract(tmp_path, f"{VERSION}\nexit 3"))
    assert broken.read(sample("01_plain_passport.jpg").image) == ()


def test_nothing_is_left_in_the_temporary_folder(
    reader: PassportEyeReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    reader.read(sample("04_watchlisted.jpg").image)
    assert list(tmp_path.iterdir()) == []


def test_scikit_image_is_loaded_when_a_reader_is_made_not_before() -> None:
    program = "import sys, verifier.reading.passport_eye; print({'skimage', 'scipy', 'passporteye'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert done.stdout.strip() == "set()"
