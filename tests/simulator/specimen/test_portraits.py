"""The finished portraits."""

from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from ledger.errors import LintasError
from simulator.specimen import document_photos, faces_of, picture, portraits

_FOLDER = resources.files("simulator.specimen") / "portraits"


def test_index_and_files_agree() -> None:
    files = {each.name.removesuffix(".webp") for each in _FOLDER.iterdir() if each.name.endswith(".webp")}
    assert files == set(portraits())


def test_every_portrait_is_small_and_of_one_size() -> None:
    for key in portraits():
        assert len((_FOLDER / f"{key}.webp").read_bytes()) <= 12_000, key
        assert picture(key).shape == (464, 360, 3), key


def test_every_document_photo_has_a_bearer() -> None:
    for each in document_photos():
        own = [face for face in faces_of(each.person) if face.relation == "same"]
        assert own, each.key
        assert own[0].sex == each.sex


def test_impostors_say_how_far_they_are() -> None:
    impostors = [each for each in portraits().values() if each.relation == "impostor"]
    assert len(impostors) >= 8
    assert all(0 < each.distance < 1 for each in impostors)
    assert all(each.distance == 0 for each in portraits().values() if each.relation != "impostor")


def test_no_two_people_are_the_same_picture() -> None:
    small = {each.key: picture(each.key)[::8, ::8].astype(np.float64) for each in document_photos()}
    keys = sorted(small)
    for index, one in enumerate(keys):
        for two in keys[index + 1 :]:
            assert np.abs(small[one] - small[two]).mean() > 3, (one, two)


def test_people_are_of_many_kinds() -> None:
    photos = document_photos()
    assert {each.sex for each in photos} == {"F", "M"}
    assert min(each.age for each in photos) < 18
    assert max(each.age for each in photos) > 65
    assert {each.cover for each in photos} >= {"", "hijab", "turban"}


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(LintasError):
        picture("../../index")
