"""Rendered pages: what is seen in which light, and where."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from ledger.errors import LintasError
from simulator.specimen import (
    Box,
    Camera,
    Defect,
    DefectKind,
    Light,
    Page,
    Part,
    Template,
    View,
    page_views,
    photograph,
    placement,
    prepare,
    render,
)
from simulator.specimen.blank_raster import drawn_blank
from simulator.specimen.layout import FORMATS
from simulator.specimen.planted import WHERE, planted_at
from simulator.specimen.states import states
from tests.simulator.specimen.documents import specimen, with_defect
from verifier.reading.ocrb import OcrbReader

K = DefectKind


@pytest.fixture(scope="module")
def reader() -> OcrbReader:
    return OcrbReader()


def _cut(page: Page, name: str) -> NDArray[np.float64]:
    left, top, right, bottom = page.region_px(name)
    return page.pixels[max(top, 0) : bottom, max(left, 0) : right].astype(np.float64)


def _difference(kind: DefectKind, view: View, region: str) -> float:
    """Mean grey levels by which a defect changes a region in a view."""
    clean, spoilt = render(specimen(), view), render(with_defect(kind), view)
    return float(np.abs(_cut(clean, region) - _cut(spoilt, region)).mean())


@pytest.mark.parametrize(
    ("template", "issuer"), list(zip(Template, ("UTO", "XZB", "XZD", "XZE", "XZC"), strict=True)), ids=str
)
def test_the_real_reader_reads_every_kind(reader: OcrbReader, template: Template, issuer: str) -> None:
    page = render(specimen(template, issuer), View.VISIBLE)
    found = reader.read(photograph(page.pixels, Camera(seed=3)))
    assert [each.lines for each in found[:1]] == [page.mrz]


@pytest.mark.parametrize("camera", [Camera(), Camera.phone(5), Camera(skew_deg=-6, jpeg=70, scale=0.8)])
def test_it_reads_through_other_cameras(reader: OcrbReader, camera: Camera) -> None:
    page = render(specimen(), View.VISIBLE)
    assert reader.read(photograph(page.pixels, camera))[0].lines == page.mrz


def test_infrared_keeps_the_mrz_and_loses_the_background(reader: OcrbReader) -> None:
    page = render(specimen(), View.IR)
    assert reader.read(page.pixels)[0].lines == page.mrz
    x, y = page.region_px("rosette")[:2]
    visible, infrared = (render(specimen(), view).pixels[y : y + 60, x : x + 60] for view in (View.VISIBLE, View.IR))
    assert infrared.std() < 0.5 * visible.std()


def test_the_same_specification_gives_the_same_pixels() -> None:
    first = render(specimen(), View.UV)
    drawn_blank.cache_clear()
    again = render.__wrapped__(specimen(), View.UV)  # past the cache, which keeps the pages of the other tests
    assert again is not first
    assert np.array_equal(first.pixels, again.pixels)


def test_pages_cannot_be_written_on() -> None:
    with pytest.raises(ValueError, match="read-only"):
        render(specimen(), View.VISIBLE).pixels[0, 0] = 0


def test_the_png_holds_the_pixels() -> None:
    page = render(specimen(), View.VISIBLE)
    assert page.png().startswith(b"\x89PNG")
    assert page.jpeg().startswith(b"\xff\xd8")


@pytest.mark.parametrize("view", [View.VISIBLE, View.UV, View.INNER, View.LOUPE("microprint")])
def test_everything_stands_where_it_was_said_before_anything_was_drawn(view: View) -> None:
    said, drawn = placement(specimen(), view), render(specimen(), view)
    assert (said.width_px, said.height_px) == (drawn.width_px, drawn.height_px) == drawn.pixels.shape[1::-1]
    assert said.regions_px == drawn.regions_px
    assert said.planted == drawn.planted


@pytest.mark.parametrize("template", list(Template))
def test_regions_lie_on_the_page(template: Template) -> None:
    page = placement(specimen(template), View.VISIBLE)
    for name, (left, top, right, bottom) in page.regions_px.items():
        assert left < right, name
        assert top < bottom, name
        # the rosette's outermost loops may reach over the edge
        assert left >= -60, name
        assert right <= page.width_px + 60, name
        assert 0 <= page.fraction(name)[1] <= 1, name


@pytest.mark.parametrize(
    ("kind", "view", "region", "least"),
    [
        (K.PHOTO_SUBSTITUTION, View.UV, "photo", 25),
        (K.PHOTO_SUBSTITUTION, View.IR, "photo", 25),
        (K.MISSING_UV, View.UV, "rosette", 40),
        (K.MISSING_GHOST, View.VISIBLE, "ghost", 10),
        (K.ALTERED_BIRTH_DATE, View.LOUPE("birth_date"), "birth_date", 2),
        (K.MISSING_MICROPRINT, View.LOUPE("microprint"), "microprint", 2),
        (K.INKJET_PRINT, View.LOUPE("rosette"), "rosette", 15),
        (K.INK_BLEED, View.VISIBLE, "number", 2),
        (K.WRONG_MRZ_TYPEFACE, View.VISIBLE, "mrz", 3),
        (K.DAMAGED_PAGE, View.VISIBLE, "page", 1),
        (K.GENUINE_WEAR, View.VISIBLE, "page", 0.5),
        (K.RESEWN_STITCHING, View.INNER, "seam", 1),
        (K.PAGE_NUMBER_MISMATCH, View.INNER, "perforation", 1),
    ],
)
def test_the_tool_shows_the_defect(kind: DefectKind, view: View, region: str, least: float) -> None:
    assert _difference(kind, view, region) > least


@pytest.mark.parametrize(
    ("kind", "view", "region"),
    [
        (K.PHOTO_SUBSTITUTION, View.VISIBLE, "mrz"),
        (K.MISSING_UV, View.VISIBLE, "header"),
        (K.MISSING_MICROPRINT, View.VISIBLE, "photo"),
        (K.PAGE_NUMBER_MISMATCH, View.VISIBLE, "page"),
        (K.RESEWN_STITCHING, View.VISIBLE, "page"),
        (K.LOOK_ALIKE, View.VISIBLE, "page"),
    ],
)
def test_elsewhere_it_leaves_no_trace(kind: DefectKind, view: View, region: str) -> None:
    # fibres in the paper are part of what ultraviolet shows, and a few are faintly seen by daylight
    assert _difference(kind, view, region) < 0.6


def test_altered_digits_vanish_in_the_infrared() -> None:
    clean, altered = render(specimen(), View.IR), render(with_defect(K.ALTERED_BIRTH_DATE), View.IR)
    assert (_cut(altered, "birth_date") < 90).sum() < (_cut(clean, "birth_date") < 90).sum()


def test_a_replaced_photo_glows() -> None:
    clean, spoilt = render(specimen(), View.UV), render(with_defect(K.PHOTO_SUBSTITUTION), View.UV)
    assert _cut(spoilt, "photo").mean() > 3 * _cut(clean, "photo").mean()


@pytest.mark.parametrize("kind", list(DefectKind))
def test_every_planted_defect_is_reported_where_it_lies(kind: DefectKind) -> None:
    region, tools, part = WHERE[kind]
    page = placement(specimen(), View(part=part))
    found = list(planted_at(with_defect(kind), part, page.boxes, FORMATS[Template.PASSPORT]))
    assert [(each.kind, each.region, each.tool) for each in found] == [(kind, region, tools[0])]
    whole = page.boxes["page"].grown(8)
    assert whole.left_mm <= found[0].box.left_mm < found[0].box.right_mm <= whole.right_mm


def test_a_wrong_digit_lies_on_one_character() -> None:
    page = placement(with_defect(K.WRONG_CHECK_DIGIT, field="expiry_date"), View.VISIBLE)
    assert page.planted[0].box.width_mm == pytest.approx(2.54)


def test_only_passports_have_an_inner_page() -> None:
    assert View.INNER in page_views(specimen())
    card = specimen(Template.CARD)
    assert View.INNER not in page_views(card)
    with pytest.raises(LintasError):
        render(card, View.INNER)


def test_a_loupe_on_nothing_is_refused() -> None:
    with pytest.raises(LintasError) as refused:
        render(specimen(), View.LOUPE("left_thumb"))
    assert refused.value.fields[0].field == "loupe"


def test_a_loupe_may_be_put_anywhere() -> None:
    page = render(specimen(), View.LOUPE(Box(120, 80, 2, 2), Light.UV))
    assert page.origin_mm == (101.0, 70.0)
    assert page.px_per_mm > 3 * render(specimen(), View.VISIBLE).px_per_mm


def test_an_unknown_portrait_is_refused() -> None:
    with pytest.raises(LintasError) as refused:
        render(specimen(portrait="nobody"), View.VISIBLE)
    assert refused.value.fields[0].field == "portrait"


def test_codes_without_a_design_borrow_one_and_keep_their_name() -> None:
    page = render(specimen(Template.PASSPORT, "XZQ", Defect.of(K.WRONG_ISSUER, code="XQX")), View.VISIBLE)
    assert page.mrz[0].startswith("P<XQX")


def test_preparing_tells_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    prepare([specimen()], lambda done, of: heard.append((done, of)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_states_are_fictional_and_differ() -> None:
    known = states()
    assert len(known) >= 5
    assert all(code == "UTO" or code.startswith("XZ") for code in known)
    for facts in ("name", "accent", "motif"):
        assert len({getattr(each, facts) for each in known.values()}) == len(known)


def test_views_name_their_part() -> None:
    assert View.INNER.part is Part.INNER
    assert View.LOUPE("mrz", Light.IR) == View(Light.IR, Part.DATA, "mrz")
