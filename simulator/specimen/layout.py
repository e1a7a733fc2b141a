"""Where everything stands on each kind of document: sizes of Doc 9303 parts 4 to 7, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.specimen.box import Box
from simulator.specimen.spec import Template

MRZ_STEP_MM: Final = 6.35


@dataclass(frozen=True, slots=True)
class Row:
    """Fields beside each other: (name, share of the row's width)."""

    fields: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of document. `sides` are the printed faces: a card has its back under its front on the same picture."""

    sides: tuple[Box, ...]
    header: Box
    photo: Box
    ghost: Box
    text: Box
    row_mm: float
    rows: tuple[Row, ...]
    mrz_left_mm: float
    mrz_baselines_mm: tuple[float, ...]
    mrz_zone: Box
    rosette_mm: tuple[float, float]  # middle
    rosette_radius_mm: float
    emblem_mm: tuple[float, float]
    microprint: Box
    label_mm: float
    value_mm: float

    @property
    def whole(self) -> Box:
        """The picture that holds all sides."""
        return Box(0, 0, max(each.right_mm for each in self.sides), max(each.bottom_mm for each in self.sides))


def _rows(*rows: str) -> tuple[Row, ...]:
    """`name:share` separated by spaces."""
    return tuple(
        Row(tuple((name, float(share)) for name, share in (part.split(":") for part in row.split()))) for row in rows
    )


_PASSPORT: Final = Format(
    sides=(Box(0, 0, 125, 88),),
    header=Box(0, 0, 125, 13),
    photo=Box(5.5, 17, 33, 42.5),
    ghost=Box(104.8, 41.2, 14.2, 18.3),
    text=Box(43, 15.4, 78, 45),
    row_mm=6.5,
    rows=_rows(
        "document_type:.16 code:.22 number:.62",
        "surname:1",
        "given_names:1",
        "nationality:.36 personal_number:.40",
        "birth_date:.31 sex:.20 birth_place:.27",
        "issued:.38 expires:.38",
        "authority:.77",
    ),
    mrz_left_mm=6.6,
    mrz_baselines_mm=(73.0, 73.0 + MRZ_STEP_MM),
    mrz_zone=Box(0, 66.6, 125, 21.4),
    rosette_mm=(86, 39),
    rosette_radius_mm=21,
    emblem_mm=(114.5, 7.0),
    microprint=Box(5.5, 61.6, 114, 0.75),
    label_mm=1.55,
    value_mm=2.95,
)

_CARD: Final = Format(
    sides=(Box(0, 0, 85.6, 54), Box(0, 58, 85.6, 54)),
    header=Box(0, 0, 85.6, 10.2),
    photo=Box(4, 13, 25, 32.2),
    ghost=Box(69.5, 34.5, 11.6, 14.9),
    text=Box(32, 11.6, 51, 38),
    row_mm=5.85,
    rows=_rows(
        "surname:1",
        "given_names:1",
        "number:.56 sex:.44",
        "birth_date:.56 nationality:.44",
        "birth_place:.72",
        "expires:.72",
    ),
    mrz_left_mm=4.7,
    mrz_baselines_mm=(95.6, 101.7, 107.8),
    mrz_zone=Box(0, 90.2, 85.6, 21.8),
    rosette_mm=(55, 30),
    rosette_radius_mm=15,
    emblem_mm=(78.5, 5.4),
    microprint=Box(4, 48.3, 77.6, 0.7),
    label_mm=1.35,
    value_mm=2.55,
)

_VISA: Final = Format(
    sides=(Box(0, 0, 120, 80),),
    header=Box(0, 0, 120, 12),
    photo=Box(5, 15.5, 29, 37.3),
    ghost=Box(101, 33.5, 13.5, 17.4),
    text=Box(38, 13.8, 78, 40),
    row_mm=6.75,
    rows=_rows(
        "number:.42 visa_class:.24 visa_entries:.34",
        "surname:1",
        "given_names:1",
        "birth_date:.34 sex:.2 nationality:.46",
        "issued:.34 expires:.34",
        "visa_stay:.42 visa_passport:.4",
    ),
    mrz_left_mm=4.1,
    mrz_baselines_mm=(65.2, 65.2 + MRZ_STEP_MM),
    mrz_zone=Box(0, 58.8, 120, 21.2),
    rosette_mm=(82, 35),
    rosette_radius_mm=19,
    emblem_mm=(110, 6.4),
    microprint=Box(5, 54.7, 110, 0.75),
    label_mm=1.5,
    value_mm=2.8,
)

_SMALL: Final = Format(
    sides=(Box(0, 0, 105, 74),),
    header=Box(0, 0, 105, 11),
    photo=Box(4.5, 14, 26.5, 34.1),
    ghost=Box(88, 31, 12.2, 15.7),
    text=Box(34, 12.6, 67, 37),
    row_mm=6.15,
    rows=_rows(
        "document_type:.2 code:.24 number:.56",
        "surname:1",
        "given_names:1",
        "nationality:.3 birth_date:.38 sex:.32",
        "birth_place:.5 personal_number:.4",
        "issued:.38 expires:.38",
    ),
    mrz_left_mm=5.0,
    mrz_baselines_mm=(59.4, 59.4 + MRZ_STEP_MM),
    mrz_zone=Box(0, 53, 105, 21),
    rosette_mm=(70, 32),
    rosette_radius_mm=17,
    emblem_mm=(96, 5.9),
    microprint=Box(4.5, 49.1, 96, 0.7),
    label_mm=1.4,
    value_mm=2.65,
)


def _small_visa() -> Format:
    rows = _rows(
        "number:.42 visa_class:.24 visa_entries:.34",
        "surname:1",
        "given_names:1",
        "nationality:.3 birth_date:.38 sex:.32",
        "visa_stay:.46 visa_passport:.36",
        "issued:.38 expires:.38",
    )
    values = {name: getattr(_SMALL, name) for name in _SMALL.__slots__}
    return Format(**(values | {"rows": rows}))


FORMATS: Final = MappingProxyType(
    {
        Template.PASSPORT: _PASSPORT,
        Template.CARD: _CARD,
        Template.VISA: _VISA,
        Template.SMALL_CARD: _SMALL,
        Template.SMALL_VISA: _small_visa(),
    }
)


def mrz_box(form: Format, line: int, start: int, end: int) -> Box:
    """The rectangle of the characters `start` to `end` (exclusive) of one line of the MRZ."""
    baseline = form.mrz_baselines_mm[line]
    return Box(form.mrz_left_mm + start * 2.54, baseline - 2.9, (end - start) * 2.54, 3.2)
