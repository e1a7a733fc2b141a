"""Documents of a scenario as pictures, and where on them defects stand."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import Final

from ledger.errors import invalid_field
from simulator.sandbox.faces import bearer_key, portrait_key
from simulator.scenario.document import Defect as Planted
from simulator.scenario.document import Document, DocumentType, Overrides
from simulator.scenario.model import Scenario
from simulator.scenario.presentation import holder_facts, mrz_lines, overlaid
from simulator.session.action import INNER, Box
from simulator.session.case import DealtCase
from simulator.specimen import Box as Millimetres
from simulator.specimen import (
    Camera,
    Defect,
    DefectKind,
    DocumentSpec,
    Holder,
    Light,
    Page,
    Part,
    Placement,
    Template,
    View,
    photograph,
    placement,
    render,
)
from simulator.specimen.portrait_store import outline, picture
from simulator.specimen.texts import spoken
from verifier.reading.opencv import cv2
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

BEARER: Final = "bearer"

_TEMPLATES: Final = {
    DocumentType.PASSPORT: Template.PASSPORT,
    DocumentType.CARD: Template.CARD,
    DocumentType.SMALL_CARD: Template.SMALL_CARD,
    DocumentType.VISA: Template.VISA,
    DocumentType.SMALL_VISA: Template.SMALL_VISA,
}
# these lie in the text, which is given as it is to read
_IN_TEXT: Final = frozenset({DefectKind.WRONG_CHECK_DIGIT, DefectKind.MRZ_DIFFERS})
_DATES: Final = {DefectKind.ALTERED_BIRTH_DATE: "dob", DefectKind.ALTERED_EXPIRY: "expires"}


def spec_of(scenario: Scenario, document: Document) -> DocumentSpec:
    """What is to be drawn. Raises KeyError for a defect of no known kind; lint says so before."""
    persona = scenario.persona
    truth, page = holder_facts(persona, document), overlaid(holder_facts(persona, document), document.printed)
    printed = {
        "surname": page.surname or "",
        "given_names": page.given or "",
        "number": page.number or "",
        "nationality": page.nationality or "",
        "birth_date": _spoken(page.dob or ""),
        "sex": page.sex.value if page.sex else "",
        "expires": _spoken(page.expires or ""),
    }
    visa = scenario.journey.visa
    return DocumentSpec(
        template=_TEMPLATES[document.type],
        issuer=page.issuer or document.issuer,
        number=document.number,
        issued=date.fromisoformat(document.issued),
        expires=date.fromisoformat(document.expires),
        holder=Holder(
            surname=truth.surname or "",
            given_names=truth.given or "",
            nationality=truth.nationality or "",
            birth_date=PartialDate.parse(truth.dob or ""),
            sex=truth.sex or Sex.UNSPECIFIED,
            birth_place=persona.place_of_birth,
            personal_number=document.personal_number or "",
        ),
        portrait=portrait_key(scenario, document),
        seed=scenario.variation.seed,
        defects=tuple(_drawn(each, page) for each in document.defects if DefectKind(each.kind) not in _IN_TEXT),
        code=document.code or "",
        design=document.design,
        authority=document.authority,
        printed=tuple(printed.items()),
        mrz=mrz_lines(persona, document),
        inner_number=document.printed.inner_number or "",
        visa_stay_days=visa.max_stay_days if visa and visa.max_stay_days is not None else 30,
        visa_passport_number=scenario.documents[0].number if document.type.is_visa else "",
    )


def _drawn(planted: Planted, page: Overrides) -> Defect:
    kind = DefectKind(planted.kind)
    parameters = dict(planted.parameters)
    if kind in _DATES:
        # what the forger made of it is what the page says
        parameters.setdefault("to", str(getattr(page, _DATES[kind])))
    return Defect.of(kind, planted.severity, **parameters)


def _spoken(text: str) -> str:
    return spoken(PartialDate.parse(text))


def camera_of(document: Document) -> Camera:
    """The counter's reader, or a telephone (`phone: true`), with the effects that the scenario names.

    Raises TypeError for an effect that there is not; lint says so before.
    """
    effects = {name: value for name, value in document.camera.items() if name != "phone"}
    base = Camera.phone() if document.camera.get("phone") else Camera()
    return replace(base, **effects)  # type: ignore[arg-type]  # lint and the class itself look at the types


def face(scenario: Scenario) -> tuple[bytes, int, int]:
    """The face at the counter as PNG, with width and height in pixels."""
    key = bearer_key(scenario)
    pixels = picture(key) if key else outline()
    png = bytes(cv2.imencode(".png", pixels)[1].tobytes())
    return png, int(pixels.shape[1]), int(pixels.shape[0])


def _placed(name: str, document: Document, page: Placement) -> dict[tuple[str, str], Box]:
    planted = {each.kind.value: each.region for each in page.planted}
    found: dict[tuple[str, str], Box] = {}
    for defect in document.defects:
        region = planted.get(defect.kind)
        if isinstance(defect.region, str) and not name.endswith(INNER):
            region = defect.region
        if region in page.boxes:
            found[(name, defect.key)] = page.fraction(str(region))
    return found


class Pictures:
    """Draws what `render` does not remember. Thread-safe; one page is drawn at a time: drawing fills a core."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def page(self, spec: DocumentSpec, view: View) -> Page:
        """Drawn, or from `render`'s memory. Raises LintasError for a region that the document does not have."""
        with self._lock:
            return render(spec, view)

    def boxes(self, scenario: Scenario) -> dict[tuple[str, str], Box]:
        """Where the drawing puts each defect, by page and defect, as fractions of the page.

        A named `region` goes before the drawing's.
        """
        found: dict[tuple[str, str], Box] = {}
        for document in scenario.documents:
            if not document.defects:
                continue
            spec = spec_of(scenario, document)
            views = {document.key: View.VISIBLE}
            if document.type is DocumentType.PASSPORT:
                views[document.key + INNER] = View.INNER
            for name, view in views.items():
                found |= _placed(name, document, placement(spec, view))
        return found

    def photograph(self, scenario: Scenario, document: Document) -> bytes:
        """The page as the reader at the counter takes it, with the scenario's camera effects; JPEG."""
        page = self.page(spec_of(scenario, document), View.VISIBLE)
        taken = photograph(page.pixels, camera_of(document))
        return bytes(cv2.imencode(".jpg", taken, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes())

    def png(self, case: DealtCase, document: str, light: str, loupe: Box | None) -> tuple[bytes, int, int]:
        """The picture with width and height in pixels; `bearer` is the face at the counter, `KEY.inner` the next page.

        Raises LintasError naming document, light or loupe.
        """
        scenario = case.scenario
        if document == BEARER:
            return face(scenario)
        if not case.has_page(document):
            raise invalid_field("document", "no such document in this case")
        key = document.removesuffix(INNER)
        wanted = next(each for each in scenario.documents if each.key == key)
        is_inner = document != key or light == "inner"
        view = self._view(scenario, wanted, "visible" if light == "inner" else light, loupe, is_inner=is_inner)
        page = self.page(spec_of(scenario, wanted), view)
        return page.png(), page.width_px, page.height_px

    def _view(self, scenario: Scenario, document: Document, light: str, loupe: Box | None, *, is_inner: bool) -> View:
        known = {each.value: each for each in Light}
        if light not in known:
            raise invalid_field("light", f"one of {', '.join(known)}, inner")
        shining = known[light]
        part = Part.INNER if is_inner else Part.DATA
        if loupe is None:
            return View(shining, part)
        left, top, right, bottom = loupe
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            raise invalid_field("loupe", "left, top, right, bottom as fractions of the page, 0 to 1")
        whole = placement(spec_of(scenario, document), View(shining, part))
        width_mm, height_mm = whole.width_px / whole.px_per_mm, whole.height_px / whole.px_per_mm
        field = Millimetres(left * width_mm, top * height_mm, (right - left) * width_mm, (bottom - top) * height_mm)
        return View.LOUPE(field, shining, part)
