"""What the reading contributes: nothing read, or read without confidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ledger.text import Text
from verifier.advice.model import AdviceKind, Finding, Reason, Track
from verifier.model.reading import Reading, ReadingNote
from verifier.mrz.record import MrzRecord

_NOTHING: Final = Text(id="Tidak ada MRZ yang terbaca.", en="No MRZ was read.")
_STILL_NOTHING: Final = Text(
    id="MRZ tetap tidak terbaca. Dokumen perlu diperiksa langsung.",
    en="The MRZ still cannot be read. The document needs an examination by hand.",
)
_UNSURE: Final = Text(id="Pembacaan kurang meyakinkan.", en="The reading is not certain.")
_REPAIRED: Final = Text(
    id="Beberapa karakter ditetapkan menurut tata letak MRZ, bukan terbaca jelas; karakter itu ditandai.",
    en="Some characters were settled by the layout's rules, not clearly seen; they are marked.",
)
_CUT: Final = Text(id="MRZ terpotong di tepi gambar.", en="The MRZ is cut off at the edge of the image.")
_BETTER: Final = Text(
    id="Gambar yang lebih tajam, tanpa pantulan, dengan seluruh MRZ terlihat; atau ketik MRZ.",
    en="A sharper picture without glare that shows the whole MRZ; or the MRZ typed in.",
)
_BY_EYE: Final = Text(
    id="Bandingkan karakter yang ditandai dengan dokumen.", en="Compare the marked characters with the document."
)
_NAME_BY_EYE: Final = Text(
    id="Bandingkan nama dan nomor dengan dokumen secara langsung: tidak ada angka pemeriksa untuk nama.",
    en="Compare name and number with the document by eye: no check digit covers the name.",
)


def findings(record: MrzRecord | None, reading: Reading | None, *, is_retry: bool) -> Iterator[Finding]:
    """Doubts about the reading ask for another; at the second time they are for a person to settle.

    Right check digits do not settle them: none covers the name (9303-3 §4.9), by which people are looked for.
    """
    if record is None:
        kind = AdviceKind.REFER if is_retry else AdviceKind.RETRY
        text = _STILL_NOTHING if is_retry else _NOTHING
        yield Finding(Reason("NO_MRZ", Track.READING, text, kind), (_BETTER,))
    if reading is None:
        return
    doubtful, settles = (AdviceKind.REFER, _NAME_BY_EYE) if is_retry else (AdviceKind.RETRY, _BETTER)
    if ReadingNote.CUT_AT_EDGE in reading.notes:
        yield Finding(Reason("MRZ_CUT_OFF", Track.READING, _CUT, doubtful), (settles,))
    if ReadingNote.LOW_CONFIDENCE in reading.notes or ReadingNote.SECOND_OPINION_DISAGREES in reading.notes:
        yield Finding(Reason("READING_UNSURE", Track.READING, _UNSURE, doubtful), (settles, _BY_EYE))
    if reading.repaired_count:
        yield Finding(Reason("CHARACTERS_REPAIRED", Track.READING, _REPAIRED), (_BY_EYE,))
