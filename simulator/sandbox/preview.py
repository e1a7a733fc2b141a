"""One scenario as its trainer looks at it beforehand: pages, the engine's answers, and what lint says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ledger.errors import invalid_field
from simulator.library import Library
from simulator.sandbox.answers import EngineAnswers, engine_answers
from simulator.sandbox.linted import LintedFile, LintShelf
from simulator.sandbox.loupe import pages_of
from simulator.sandbox.pictures import BEARER, Pictures, face, spec_of
from simulator.scenario.model import Scenario
from simulator.scenario.vary import vary
from simulator.session.action import INNER
from simulator.specimen import Light, Part, View
from verifier.indicators.catalogue import Catalogue

_MOST_SEEDS: Final = 10**9


@dataclass(frozen=True, slots=True)
class Preview:
    """`pages`: name, type and loupe regions of each page that can be looked at."""

    scenario: Scenario
    pages: tuple[tuple[str, str, tuple[str, ...]], ...]
    answers: EngineAnswers
    linted: LintedFile


class Previews:
    """Draws and asks for trainers. Thread-safe."""

    def __init__(self, library: Callable[[], Library], pictures: Pictures, policy: Callable[[], Catalogue]) -> None:
        self._library = library
        self._pictures = pictures
        self._policy = policy
        self._lint = LintShelf(policy)

    def scenario(self, key: str, variant: int = 0) -> Scenario:
        """Raises LintasError SCENARIO_UNKNOWN, VARIATION_INVALID."""
        if not 0 <= variant <= _MOST_SEEDS:
            raise invalid_field("variant", f"0 to {_MOST_SEEDS}")
        return vary(self._library().scenario(key), variant)

    def preview(self, key: str, variant: int = 0) -> Preview:
        """Everything of one scenario. Raises LintasError SCENARIO_UNKNOWN, VARIATION_INVALID."""
        library = self._library()
        scenario = self.scenario(key, variant)
        pages = tuple(
            (name, document.type.value, regions)
            for document in scenario.documents
            for name, regions in pages_of(document)
        )
        answers = engine_answers(scenario, self._policy())
        return Preview(scenario, pages, answers, self._lint.file(library.file(key), library))

    def lint(self) -> tuple[LintedFile, ...]:
        """Of all files, also those that cannot be played."""
        return self._lint.all(self._library())

    def picture(self, key: str, variant: int, document: str, light: str, region: str) -> tuple[bytes, int, int]:
        """PNG with width and height in pixels; `bearer` is the face at the counter, `region` '' the whole page.

        Raises LintasError naming document, light or region, and SCENARIO_UNKNOWN.
        """
        scenario = self.scenario(key, variant)
        if document == BEARER:
            return face(scenario)
        wanted = {name: (each, regions) for each in scenario.documents for name, regions in pages_of(each)}
        if document not in wanted:
            raise invalid_field("document", f"one of {', '.join(wanted)}, {BEARER}")
        lights = {each.value: each for each in Light}
        if light not in lights:
            raise invalid_field("light", f"one of {', '.join(lights)}")
        of_document, regions = wanted[document]
        if region and region not in regions:
            raise invalid_field("region", f"one of {', '.join(regions)}")
        part = Part.INNER if document.endswith(INNER) else Part.DATA
        view = View.LOUPE(region, lights[light], part) if region else View(lights[light], part)
        page = self._pictures.page(spec_of(scenario, of_document), view)
        return page.png(), page.width_px, page.height_px
