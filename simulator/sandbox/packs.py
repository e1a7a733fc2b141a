"""Draws and sets packs on paper, telling how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from ledger.errors import invalid_field
from ledger.text import Text
from simulator.library import Library
from simulator.report.pack import pack_pdf
from simulator.report.pack_case import PackCase, PackPicture
from simulator.report.pack_order import MOST_CASES, PackOrder, PackPart
from simulator.sandbox.answers import engine_answers
from simulator.sandbox.loupe import pages_of
from simulator.sandbox.pictures import BEARER, Pictures, face, spec_of
from simulator.scenario.document import Document
from simulator.scenario.model import Scenario
from simulator.session.action import INNER
from simulator.session.exercises import Exercises
from simulator.specimen import Light, Part, View
from verifier.indicators.catalogue import Catalogue
from verifier.reading.opencv import cv2

# printed at true size 250 dots an inch are enough; smaller pictures need fewer
_PIXELS_WIDE: Final = {"visible": 1250, "uv": 860, "ir": 860, "loupe": 640, BEARER: 420}
_QUALITY: Final = 82
_CHOSEN: Final = Text(id="Skenario pilihan", en="Chosen scenarios")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One picture to be drawn: `document` None is the face."""

    page: str
    view: str
    region: str
    document: Document | None


class Packs:
    """Makes packs of the cases of a session, or of scenarios as written."""

    def __init__(
        self,
        exercises: Exercises,
        library: Callable[[], Library],
        pictures: Pictures,
        policy: Callable[[], Catalogue],
        *,
        today: Callable[[], date],
    ) -> None:
        self._exercises = exercises
        self._library = library
        self._pictures = pictures
        self._policy = policy
        self._today = today

    def make(self, order: PackOrder) -> Iterator[tuple[int, int, bytes]]:
        """Pictures drawn, of how many, and b"" until the last one, which is the PDF.

        Raises LintasError: SCENARIO_UNKNOWN, SESSION_UNKNOWN, or naming the field of the order.
        """
        title, scenarios = self._ordered(order)
        wanted = [_wanted(each) if order.part is not PackPart.KEY else () for each in scenarios]
        of, done = sum(map(len, wanted)) + 1, 0
        yield done, of, b""
        cases: list[PackCase] = []
        for number, (scenario, pages) in enumerate(zip(scenarios, wanted, strict=True), 1):
            drawn: list[PackPicture] = []
            for each in pages:
                drawn.append(PackPicture(each.page, each.view, each.region, self._jpeg(scenario, each)))
                done += 1
                yield done, of, b""
            answers = engine_answers(scenario, self._policy())
            scans = (answers.first, answers.again, answers.informed)
            cases.append(PackCase(number, scenario, scans, tuple(drawn)))
        yield of, of, pack_pdf(title, cases, order.voice, order.part, self._today())

    def _ordered(self, order: PackOrder) -> tuple[Text, Sequence[Scenario]]:
        if order.session_id:
            session = self._exercises.session(order.session_id)
            keys = dict.fromkeys(key for slot in session.plan.slots for key in slot.cases)
            return _same(session.plan.title), [session.cases[key].scenario for key in keys]
        if not 1 <= len(order.scenarios) <= MOST_CASES:
            raise invalid_field("scenarios", f"1 to {MOST_CASES} cases in one pack")
        library = self._library()
        return _CHOSEN, [library.scenario(key) for key in dict.fromkeys(order.scenarios)]

    def _jpeg(self, scenario: Scenario, wanted: _Wanted) -> bytes:
        if wanted.document is None:
            png = face(scenario)[0]
        else:
            part = Part.INNER if wanted.page.endswith(INNER) else Part.DATA
            is_loupe = wanted.view == "loupe"
            light = Light.VISIBLE if is_loupe else Light(wanted.view)
            view = View.LOUPE(wanted.region, light, part) if is_loupe else View(light, part)
            png = self._pictures.page(spec_of(scenario, wanted.document), view).png()
        return _smaller(png, _PIXELS_WIDE[BEARER if wanted.document is None else wanted.view])


def _wanted(scenario: Scenario) -> tuple[_Wanted, ...]:
    found = [_Wanted(BEARER, "visible", "", None)]
    for document in scenario.documents:
        for page, regions in pages_of(document):
            found += [_Wanted(page, each.value, "", document) for each in Light]
            found += [_Wanted(page, "loupe", region, document) for region in regions]
    return tuple(found)


def _smaller(png: bytes, width_px: int) -> bytes:
    """As JPEG, at most that wide."""
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise ValueError("a drawing that is no picture")
    height, width = pixels.shape[:2]
    if width > width_px:
        pixels = cv2.resize(pixels, (width_px, round(height * width_px / width)), interpolation=cv2.INTER_AREA)
    return bytes(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])[1].tobytes())


def _same(text: str) -> Text:
    return Text(id=text, en=text)
