"""The drawn training lines: the same seed gives the same line, and labels lie under the characters they name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from verifier.reading.alphabet import ALPHABET, BLANK

pytest.importorskip("PIL", reason="the generator draws with Pillow (extra `train`)")
from training.ocrb.sample import IGNORED, STRIP_WIDTH_PX, draw_example, label_columns
from training.ocrb.texts import draw_text

_HAS_FONT = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf").exists()


def test_labels_stand_at_the_middles_and_nothing_between() -> None:
    classes = np.array([ALPHABET.index(char) for char in "PUT"], dtype=np.int64)
    labels = label_columns(classes, np.array([100.0, 116.0, 132.0]), 16.0)
    assert len(labels) == STRIP_WIDTH_PX // 4
    for index, centre in enumerate((100.0, 116.0, 132.0)):
        assert labels[round((centre - 1.5) / 4)] == classes[index]
    # half-way between two middles nothing stands, and far away neither
    assert labels[round((108.0 - 1.5) / 4)] in {BLANK, IGNORED}
    assert set(labels[:20]) == {BLANK}


def test_a_character_cut_by_the_edge_is_not_taught() -> None:
    labels = label_columns(np.array([3], dtype=np.int64), np.array([2.0]), 16.0)
    assert set(labels[:3]) <= {IGNORED, BLANK}
    assert 3 not in labels


def test_texts_hold_only_mrz_characters_and_vary() -> None:
    texts = [draw_text(np.random.default_rng(seed)) for seed in range(200)]
    assert set("".join(texts)) == set(ALPHABET)
    assert all(28 <= len(text) <= 45 for text in texts)
    assert len(set(texts)) == 200


@pytest.mark.skipif(not _HAS_FONT, reason="OCR-B is not installed (fonts-ocr-b)")
def test_the_same_seed_draws_the_same_example() -> None:
    from training.ocrb.glyphs import load_glyph_sets  # noqa: PLC0415  (reads fonts: only where they are)

    sets = load_glyph_sets()
    first, again, other = (draw_example(np.random.default_rng(seed), sets) for seed in (4, 4, 5))
    assert np.array_equal(first.strip, again.strip)
    assert np.array_equal(first.labels, again.labels)
    assert not np.array_equal(first.strip, other.strip)
    assert first.strip.shape == (24, STRIP_WIDTH_PX)
    assert (first.labels[first.labels != IGNORED] <= BLANK).all()
