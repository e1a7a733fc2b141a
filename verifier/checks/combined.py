"""Checks of one part of the document against another. TR-03135 part 1, 5.7.2 to 5.7.5."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from verifier.checks.characters import differing_fields, only_optional_data_differ
from verifier.checks.comparison import against_page, against_record, differing, says_anything
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult
from verifier.model.visual_zone import VisualZone
from verifier.mrz.record import Layout, MrzRecord

_NO_PAGE: Final = Text(id="Isi halaman data tidak dicatat.", en="The data page was not recorded.")
_NOT_COMPARABLE: Final = Text(
    id="Tidak ada isian yang dapat dibandingkan.", en="There was nothing that could be compared."
)
_OPTIONAL_ONLY: Final = Text(
    id="Hanya data tambahan yang berbeda; ini tidak membuktikan apa pun.",
    en="Only the optional data differ; that proves nothing.",
)
_CHIP_DIFFERS: Final = Text(
    id="MRZ cetak berbeda dari MRZ di cip.", en="The printed MRZ differs from the one in the chip."
)
_OTHER_NUMBER: Final = Text(
    id="Nomor paspor yang tercantum di visa berbeda. Mungkin visa ada di paspor lama.",
    en="The visa names another passport number. It may stand in an older passport.",
)
_DIFFERENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "primary_identifier": Text(id="Nama berbeda.", en="The names differ."),
        "document_number": Text(id="Nomor dokumen berbeda.", en="The document numbers differ."),
        "birth_date": Text(id="Tanggal lahir berbeda.", en="The birth dates differ."),
        "expiry_date": Text(id="Tanggal habis masa berlaku berbeda.", en="The dates of expiry differ."),
        "sex": Text(id="Jenis kelamin berbeda.", en="The sexes differ."),
        "nationality": Text(id="Kewarganegaraan berbeda.", en="The nationalities differ."),
        "issuing_state": Text(id="Negara penerbit berbeda.", en="The issuing states differ."),
    }
)
_NO_VISA: Final = Text(
    id="MRZ visa atau izin tinggal tidak terbaca, jadi tidak dapat dibandingkan dengan paspor.",
    en="The MRZ of the visa or permit was not read, so that it could not be compared with the passport.",
)
_VISAS: Final = frozenset({Layout.MRV_A, Layout.MRV_B})


def mrz_viz(record: MrzRecord, page: VisualZone) -> CheckOutcome:
    """MRZ against what is printed for people; on cards that is the other side (combined.td1_sides, 5.7.3.1)."""
    check_id = "combined.td1_sides" if record.layout is Layout.TD1 else "combined.mrz_viz"
    if page.is_empty:
        return _outcome(check_id, CheckResult.NOT_SUPPORTED, _NO_PAGE)
    return _compared(check_id, against_page(record, page))


def passport_visa(record: MrzRecord, visa: MrzRecord) -> CheckOutcome:
    """Passport against visa or residence permit: name, birth date, sex, nationality; the passport number as a note.

    Aborted where the visa's text fits no layout, or is a passport's: then nothing was compared.
    """
    if visa.layout is None or visa.layout is Layout.TD3:
        return _outcome("combined.passport_visa", CheckResult.ABORTED, _NO_VISA)
    check_id = "combined.passport_visa" if visa.layout in _VISAS else "combined.passport_permit"
    outcome = _compared(check_id, against_record(record, visa))
    names_other = visa.layout in _VISAS and _names_other_passport(record, visa)
    if outcome.result is CheckResult.SUCCESSFUL and names_other:
        return _outcome(check_id, CheckResult.UNDETERMINED, _OTHER_NUMBER, fields=("document_number",))
    return outcome


def _names_other_passport(record: MrzRecord, visa: MrzRecord) -> bool:
    """9303-7 lets issuers put the passport number into the document-number or the optional field of a visa."""
    number = record.value("document_number")
    stated = visa.value("optional_data").replace(" ", "")
    looks_like_number = len(stated) == len(number) and any(character.isdigit() for character in stated)
    return bool(number) and looks_like_number and number not in {stated, visa.value("document_number")}


def mrz_dg1(record: MrzRecord, chip: MrzRecord) -> CheckOutcome:
    """Printed MRZ against the one in the chip, character by character.

    Optional data alone, with the right digits that follow from them, prove nothing (5.7.2); any other character does.
    """
    if record.lines == chip.lines:
        return _outcome("combined.mrz_dg1", CheckResult.SUCCESSFUL)
    if record.layout is None or chip.layout is None:
        return _outcome("combined.mrz_dg1", CheckResult.ABORTED, _NOT_COMPARABLE)
    fields = differing_fields(record, chip)
    if only_optional_data_differ(record, chip):
        return _outcome("combined.mrz_dg1", CheckResult.UNDETERMINED, _OPTIONAL_ONLY, fields=fields)
    reasons = tuple(_DIFFERENCES[name] for name in fields if name in _DIFFERENCES)
    return _outcome("combined.mrz_dg1", CheckResult.FAILED, *(reasons or (_CHIP_DIFFERS,)), fields=fields)


def _compared(check_id: str, facts: dict[str, bool | None]) -> CheckOutcome:
    if not says_anything(facts.values()):
        return _outcome(check_id, CheckResult.NOT_SUPPORTED, _NOT_COMPARABLE)
    fields = differing(facts)
    if not fields:
        return _outcome(check_id, CheckResult.SUCCESSFUL)
    return _outcome(check_id, CheckResult.FAILED, *(_DIFFERENCES[name] for name in fields), fields=fields)


def _outcome(check_id: str, result: CheckResult, *reasons: Text, fields: tuple[str, ...] = ()) -> CheckOutcome:
    return CheckOutcome(check_id, CheckGroup.COMBINED, result, reasons, fields)
