"""Where each kind of defect lies, and which tool shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from simulator.specimen.box import Box
from simulator.specimen.defect import Defect, DefectKind, Tool
from simulator.specimen.layout import Format, mrz_box
from simulator.specimen.page import PlantedAt
from simulator.specimen.spec import DocumentSpec
from simulator.specimen.view import Part
from verifier.mrz.layout import rules

_K = DefectKind

# kind: region, tools that show it (the first is the one to expect), the part of the document
WHERE: Final[Mapping[DefectKind, tuple[str, tuple[Tool, ...], Part]]] = MappingProxyType(
    {
        _K.PHOTO_SUBSTITUTION: ("photo", (Tool.UV, Tool.IR, Tool.LOUPE, Tool.EYE), Part.DATA),
        _K.ALTERED_BIRTH_DATE: ("birth_date", (Tool.LOUPE, Tool.IR, Tool.UV), Part.DATA),
        _K.ALTERED_EXPIRY: ("expires", (Tool.LOUPE, Tool.IR, Tool.UV), Part.DATA),
        _K.WRONG_CHECK_DIGIT: ("mrz", (Tool.MRZ,), Part.DATA),
        _K.MRZ_DIFFERS: ("mrz", (Tool.MRZ, Tool.EYE), Part.DATA),
        _K.WRONG_MRZ_TYPEFACE: ("mrz", (Tool.LOUPE, Tool.EYE), Part.DATA),
        _K.MISSING_UV: ("page", (Tool.UV,), Part.DATA),
        _K.MISSING_MICROPRINT: ("microprint", (Tool.LOUPE,), Part.DATA),
        _K.PAGE_NUMBER_MISMATCH: ("perforation", (Tool.EYE,), Part.INNER),
        _K.EXPIRED: ("expires", (Tool.EYE, Tool.MRZ), Part.DATA),
        _K.WRONG_ISSUER: ("code", (Tool.EYE, Tool.MRZ), Part.DATA),
        _K.LOOK_ALIKE: ("photo", (Tool.EYE,), Part.DATA),
        _K.DAMAGED_PAGE: ("page", (Tool.EYE,), Part.DATA),
        _K.MISSING_GHOST: ("ghost", (Tool.EYE,), Part.DATA),
        _K.RESEWN_STITCHING: ("seam", (Tool.EYE, Tool.UV, Tool.REPORT), Part.INNER),
        _K.INK_BLEED: ("number", (Tool.LOUPE, Tool.EYE), Part.DATA),
        _K.INKJET_PRINT: ("rosette", (Tool.LOUPE,), Part.DATA),
        _K.GENUINE_WEAR: ("page", (Tool.EYE,), Part.DATA),
    }
)


def planted_at(spec: DocumentSpec, part: Part, boxes: Mapping[str, Box], form: Format) -> Iterator[PlantedAt]:
    """The defects of this document that lie on this part, with their rectangles."""
    for defect in spec.defects:
        region, tools, where = WHERE[defect.kind]
        region = defect.value("region", region)
        if where is part and region in boxes:
            box = _within_mrz(spec, defect, form) or boxes[region]
            yield PlantedAt(defect.kind, region, box, tools[0])


def _within_mrz(spec: DocumentSpec, defect: Defect, form: Format) -> Box | None:
    """The characters in question, for defects of one field of the MRZ."""
    if defect.kind not in {_K.WRONG_CHECK_DIGIT, _K.MRZ_DIFFERS}:
        return None
    rule = rules()[spec.template.layout]
    if defect.kind is _K.MRZ_DIFFERS:
        field = rule.field(defect.value("field", ""))
        span = field.span if field else rule.names[0]
    else:
        field = rule.field(defect.value("field", "birth_date"))
        digit = field.digit if field else (rule.composite.digit if rule.composite else None)
        if digit is None:
            return None
        span = digit
    return mrz_box(form, span.line, span.start, span.end)
