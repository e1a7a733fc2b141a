"""What a specimen prints: field names, labels in two languages, values, and the lines of its MRZ."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from simulator.specimen.defect import Defect, DefectKind
from simulator.specimen.spec import DocumentSpec
from verifier.mrz import check_digits
from verifier.mrz.document import MrzDocument
from verifier.mrz.layout import rules
from verifier.mrz.record import Layout, Span
from verifier.mrz.write import write
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_ALTERED: Final = MappingProxyType({"birth_date": DefectKind.ALTERED_BIRTH_DATE, "expires": DefectKind.ALTERED_EXPIRY})
_MRZ_NAMES: Final = MappingProxyType({"birth_date": "birth_date", "expires": "expiry_date"})

FIELDS: Final = MappingProxyType(
    {
        "document_type": Text(id="Jenis", en="Type"),
        "code": Text(id="Kode negara", en="Code"),
        "number": Text(id="Nomor", en="Number"),
        "surname": Text(id="Nama keluarga", en="Surname"),
        "given_names": Text(id="Nama depan", en="Given names"),
        "nationality": Text(id="Kewarganegaraan", en="Nationality"),
        "birth_date": Text(id="Tanggal lahir", en="Date of birth"),
        "sex": Text(id="Jenis kelamin", en="Sex"),
        "birth_place": Text(id="Tempat lahir", en="Place of birth"),
        "issued": Text(id="Tanggal terbit", en="Date of issue"),
        "expires": Text(id="Berlaku sampai", en="Date of expiry"),
        "authority": Text(id="Penerbit", en="Authority"),
        "personal_number": Text(id="Nomor pribadi", en="Personal No."),
        "visa_class": Text(id="Golongan", en="Category"),
        "visa_entries": Text(id="Jumlah masuk", en="Entries"),
        "visa_stay": Text(id="Lama tinggal", en="Duration of stay"),
        "visa_passport": Text(id="Nomor paspor", en="Passport No."),
    }
)


def spoken(day: PartialDate) -> str:
    """A date as pages print it, such as `05 OCT 1986`; unknown parts are XX."""
    month = _MONTHS[day.month - 1] if day.month else "XXX"
    return f"{day.day or 'XX':02} {month} {day.year or 'XXXX'}"


def _of(day: date) -> str:
    return spoken(PartialDate.of(day))


def genuine_texts(spec: DocumentSpec, authority: str) -> dict[str, str]:
    """The values of a page on which nothing was changed, by field; '' where nothing is printed."""
    holder = spec.holder
    return {
        "document_type": spec.code or spec.template.code,
        "code": spec.issuer,
        "number": spec.number,
        "surname": holder.surname,
        "given_names": holder.given_names,
        "nationality": holder.nationality or spec.issuer,
        "birth_date": spoken(holder.birth_date),
        "sex": holder.sex.value,
        "birth_place": holder.birth_place,
        "issued": _of(spec.issued),
        "expires": _of(spec.expires),
        "authority": spec.authority or authority,
        "personal_number": holder.personal_number,
        "visa_class": spec.visa_class,
        "visa_entries": spec.visa_entries,
        "visa_stay": f"{spec.visa_stay_days} HARI/DAYS",
        "visa_passport": spec.visa_passport_number,
    }


def printed_texts(spec: DocumentSpec, authority: str) -> dict[str, str]:
    """The values as this page shows them, by field: with what the specification and its defects replace."""
    texts = genuine_texts(spec, authority) | dict(spec.printed)
    issuer = spec.defect(DefectKind.WRONG_ISSUER)
    if issuer and issuer.value("code"):
        texts["code"] = issuer.value("code")
    for field in _ALTERED:
        altered = altered_date(spec, field)
        if altered is not None:
            texts[field] = spoken(altered)
    return texts


def altered_date(spec: DocumentSpec, field: str) -> PartialDate | None:
    """The date that a forger made of `birth_date` or `expires`; None where none was altered.

    Without the parameter `to` (ISO) a birth date becomes six years earlier and an expiry five years later.
    """
    defect = spec.defect(_ALTERED[field])
    if defect is None:
        return None
    if defect.value("to"):
        return PartialDate.parse(defect.value("to"))
    if field == "expires":
        return PartialDate(spec.expires.year + 5, spec.expires.month, min(spec.expires.day, 28))
    birth = spec.holder.birth_date
    return PartialDate(birth.year - 6 if birth.year else 0, birth.month, min(birth.day, 28))


def mrz_lines(spec: DocumentSpec) -> tuple[str, ...]:
    """The MRZ as printed. Raises LintasError (INVALID) naming fields that the layout cannot hold."""
    lines = spec.mrz or write(_document(spec))
    for field in _ALTERED:
        altered, defect = altered_date(spec, field), spec.defect(_ALTERED[field])
        if altered is not None and defect is not None and defect.value("mrz") == "yes":
            lines = _overprinted(lines, spec.template.layout, _MRZ_NAMES[field], _six(altered))
    for defect in spec.defects:
        if defect.kind is DefectKind.WRONG_CHECK_DIGIT:
            lines = _with_wrong_digit(lines, spec.template.layout, defect)
    return lines


def _document(spec: DocumentSpec) -> MrzDocument:
    holder, issuer = spec.holder, spec.defect(DefectKind.WRONG_ISSUER)
    is_visa = spec.template.layout in {Layout.MRV_A, Layout.MRV_B}
    facts: dict[str, str] = {
        "document_number": spec.number,
        "surname": holder.surname,
        "given_names": holder.given_names,
        "nationality": holder.nationality or spec.issuer,
        "issuing_state": (issuer.value("code") if issuer else "") or spec.issuer,
        "birth_date": str(holder.birth_date),
        "sex": holder.sex.value,
        "expiry_date": spec.expires.isoformat(),
        "optional_data": spec.visa_passport_number if is_visa else holder.personal_number,
    }
    for each in spec.defects:
        if each.kind is DefectKind.MRZ_DIFFERS:
            facts[each.value("field", "given_names")] = each.value("value", "ANDRA")
    return MrzDocument(
        layout=spec.template.layout,
        document_code=spec.code or spec.template.code,
        issuing_state=facts["issuing_state"],
        document_number=facts["document_number"],
        surname=facts["surname"],
        given_names=facts["given_names"],
        nationality=facts["nationality"],
        birth_date=PartialDate.parse(facts["birth_date"]),
        sex=Sex(facts["sex"]),
        expiry_date=PartialDate.parse(facts["expiry_date"]),
        optional_data=facts["optional_data"],
    )


def _six(day: PartialDate) -> str:
    return f"{day.year % 100:02d}{day.month:02d}{day.day:02d}"


def _replaced(lines: tuple[str, ...], span: Span, text: str) -> tuple[str, ...]:
    line = lines[span.line]
    changed = line[: span.start] + text + line[span.end :]
    return (*lines[: span.line], changed, *lines[span.line + 1 :])


def _overprinted(lines: tuple[str, ...], layout: Layout, name: str, text: str) -> tuple[str, ...]:
    field = rules()[layout].field(name)
    return lines if field is None else _replaced(lines, field.span, text)


def _with_wrong_digit(lines: tuple[str, ...], layout: Layout, defect: Defect) -> tuple[str, ...]:
    """A digit that does not fit; by default three more than the right one."""
    rule, name = rules()[layout], defect.value("field", "birth_date")
    field = rule.field(name)
    composite = rule.composite.digit if name == "composite" and rule.composite else None
    span = field.digit if field is not None else composite
    if span is None:
        return lines
    printed = lines[span.line][span.start]
    right = int(printed) if printed.isdigit() else int(check_digits.compute("0"))
    return _replaced(lines, span, defect.value("digit") or str((right + 3) % 10))
