"""One dealt case: a scenario's variant, and what is derived from it once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.scenario.document import Defect, DocumentType, Tool
from simulator.scenario.evidence import Indicator, ShownAt
from simulator.scenario.interview import Question
from simulator.scenario.model import Scenario
from simulator.session.action import INNER, WHOLE, Box

_COARSE = 0.35  # of the page: whoever looks at more at once has pointed at nothing


@dataclass(frozen=True, slots=True)
class DealtCase:
    """`boxes`: where defects were drawn, (page, defect) to fractions of the page; missing ones are everywhere.

    A page is a document's key, or `KEY.inner` for the one that follows in passports.
    """

    case_key: str
    scenario: Scenario
    boxes: Mapping[tuple[str, str], Box] = field(default_factory=dict)

    @property
    def minimum(self) -> frozenset[str]:
        """Keys of the minimum evidence."""
        return frozenset(self.scenario.expected.minimum)

    def indicator(self, key: str) -> Indicator:
        """Raises KeyError."""
        return {each.key: each for each in self.scenario.indicators}[key]

    def question(self, key: str) -> Question | None:
        """None where there is no such step."""
        return next((each for each in self.scenario.questions if each.key == key), None)

    def shown_at(self, when: ShownAt) -> frozenset[str]:
        """Indicators that show by themselves at that moment."""
        return frozenset(each.key for each in self.scenario.indicators if each.shown is when)

    def found_by_scan(self) -> frozenset[str]:
        """Indicators that a scan gives: those shown then, and defects of MRZ and chip."""
        planted = frozenset(
            defect.indicator
            for document in self.scenario.documents
            for defect in document.defects
            if defect.indicator is not None and defect.tool in {Tool.MRZ, Tool.CHIP}
        )
        return self.shown_at(ShownAt.SCAN) | planted

    def hit_by(self, document: str, tool: Tool, region: Box) -> tuple[Defect, ...]:
        """Defects that a look finds: the right tool, the middle of the defect inside, and not half the page at once."""
        key = document.removesuffix(INNER)
        found = next((each for each in self.scenario.documents if each.key == key), None)
        defects = found.defects if found is not None else ()
        return tuple(
            each
            for each in defects
            if each.tool is tool and self._is_on(document, each) and _points_at(region, self._box(document, each))
        )

    def has_page(self, page: str) -> bool:
        """Whether there is that page: a document, or the page after a passport's data page."""
        key = page.removesuffix(INNER)
        types = {each.key: each.type for each in self.scenario.documents}
        return key in types and (key == page or types[key] is DocumentType.PASSPORT)

    def _is_on(self, page: str, defect: Defect) -> bool:
        """Drawn on that page, or nobody knows where."""
        key = page.removesuffix(INNER)
        pages = {drawn for drawn in (key, key + INNER) if (drawn, defect.key) in self.boxes}
        return not pages or page in pages

    def _box(self, page: str, defect: Defect) -> Box | None:
        if isinstance(defect.region, tuple):
            return defect.region
        return self.boxes.get((page, defect.key))


def area(box: Box) -> float:
    """Share of the page; 0 for boxes that are turned round."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _points_at(look: Box, defect: Box | None) -> bool:
    if defect is None or defect == WHOLE:
        return True
    x, y = (defect[0] + defect[2]) / 2, (defect[1] + defect[3]) / 2
    is_inside = look[0] <= x <= look[2] and look[1] <= y <= look[3]
    return is_inside and area(look) <= max(_COARSE, 1.5 * area(defect))
