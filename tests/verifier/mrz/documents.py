"""Arbitrary lawful documents of every layout, for properties."""

from __future__ import annotations

import calendar
import string
from datetime import date

from hypothesis import strategies as st

from verifier.mrz.document import MrzDocument
from verifier.mrz.record import Layout
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

TODAY = date(2026, 11, 24)

_FIRST = {Layout.TD1: "ACI", Layout.TD2: "ACI", Layout.TD3: "P", Layout.MRV_A: "V", Layout.MRV_B: "V"}
# characters that the field holds
_NUMBER = {Layout.TD1: 22, Layout.TD2: 14, Layout.TD3: 9, Layout.MRV_A: 9, Layout.MRV_B: 9}
_OPTIONAL = {Layout.TD1: 15, Layout.TD2: 7, Layout.TD3: 14, Layout.MRV_A: 16, Layout.MRV_B: 8}
_DATA = string.ascii_uppercase + string.digits

WORDS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=18)
PRINTED = st.lists(st.text("abcXYZÄöÜßÑéØŁÞĳЖщЯїАنمحةش", min_size=1, max_size=14) | WORDS, min_size=1, max_size=4).map(
    " ".join
)


def data(longest: int) -> st.SearchStrategy[str]:
    """Numbers and optional data of at most `longest` characters, with single spaces inside; may be ''."""
    words = st.lists(st.text(_DATA, min_size=1, max_size=6), max_size=3).map(" ".join)
    return words.filter(lambda text: len(text) <= longest)


@st.composite
def births(draw: st.DrawFn) -> PartialDate:
    """Full or partial dates of people alive on TODAY; years from 1907 are within 120 years."""
    year = draw(st.integers(1907, TODAY.year - 1) | st.just(0))
    month = draw(st.integers(0, 12))
    longest = calendar.monthrange(year or 2000, month)[1] if month else 0
    return PartialDate(year, month, draw(st.integers(0, longest)))


EXPIRIES = st.dates(date(1943, 1, 1), date(TODAY.year + 15, 12, 31)).map(PartialDate.of)


@st.composite
def documents(draw: st.DrawFn, layout: Layout, names: st.SearchStrategy[str] = PRINTED) -> MrzDocument:
    """A document that `write` accepts."""
    given_names = draw(names | st.just(""))
    if layout is Layout.FRENCH_ID:
        number = draw(st.from_regex(r"[0-9]{4}[A-Z0-9]{8}", fullmatch=True))
        code = draw(st.text(_DATA, min_size=3, max_size=3) | st.just(""))
        return MrzDocument(
            layout, "ID", "FRA", number, draw(names), given_names, "", draw(births()), draw(st.sampled_from(Sex)),
            department=code, office=draw(st.text(_DATA, max_size=3)),
        )  # fmt: skip
    number = draw(data(9).filter(bool) | st.text(_DATA, min_size=1, max_size=_NUMBER[layout]))
    room = _OPTIONAL[layout] - (len(number) - 9 + 2 if len(number) > 9 else 0)
    code = draw(st.sampled_from(_FIRST[layout])) + draw(st.text(string.ascii_uppercase, max_size=1))
    states = st.text(string.ascii_uppercase, min_size=3, max_size=3) | st.just("D")
    return MrzDocument(
        layout, code, draw(states.filter(lambda state: state != "FRA")), number, draw(names), given_names,
        draw(states), draw(births()), draw(st.sampled_from(Sex)), draw(EXPIRIES), draw(data(room)),
        draw(data(11)) if layout is Layout.TD1 else "",
    )  # fmt: skip
