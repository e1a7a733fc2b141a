"""Figures of handovers between the two seats, each with a sentence on what it says."""

from __future__ import annotations

from ledger.text import Text
from simulator.grading.class_findings import said
from simulator.grading.finding import Finding, Scale
from simulator.grading.handover import HandoverGrade
from simulator.grading.sayings import Saying

_NOTHING = Text(
    id="Pada kasus yang dirujuk tidak ada yang hanya diketahui oleh kursi pertama.",
    en="In the cases referred, the first seat knew nothing that the other did not see for itself.",
)
_NOBODY = Text(id="Kursi kedua belum memutuskan apa pun.", en="The second seat has decided nothing yet.")
_ARRIVED = Saying(
    Text(
        id="Dari bukti yang hanya diketahui kursi pertama, {value} sampai di kursi kedua (antara {low} dan {high}). "
        "Sisanya hilang bagi kasus itu, sebaik apa pun wawancara berikutnya.",
        en="Of the evidence that only the first seat knew, {value} arrived at the second (between {low} and {high}). "
        "The rest was lost to the case, however good the next interview.",
    ),
    _NOTHING,
)
_TO_THE_POINT = Saying(
    Text(
        id="Dari yang disampaikan, {value} memang menunjukkan sesuatu (antara {low} dan {high}); sisanya pengecoh "
        "atau fakta yang harus dipilah lagi oleh kursi kedua.",
        en="Of what was told, {value} shows something (between {low} and {high}); the rest are decoys, or facts that "
        "the second seat has to sort again.",
    ),
    _NOTHING,
)
_AFTER = Saying(
    Text(
        id="Nilai putusan kursi kedua sesudah rujukan: {value} (antara {low} dan {high}); 100 % berarti selalu tepat, "
        "di bawah 0 berarti merugikan. Kasusnya sedikit: ini tidak membuktikan apa sebabnya.",
        en="What the second seat's decisions were worth after a referral: {value} (between {low} and {high}); 100 % is "
        "always right, below 0 does harm. These are few cases: they do not show the cause.",
    ),
    _NOBODY,
)


def handover_findings(grade: HandoverGrade | None) -> tuple[Finding, ...]:
    """Nothing where nothing was handed over."""
    if grade is None:
        return ()
    told = [
        Finding("handed_over", _PASSED_ON, Scale.PERCENT, grade.arrived, said(grade.arrived, _ARRIVED, Scale.PERCENT)),
        Finding("to_the_point", _POINT, Scale.PERCENT, grade.to_the_point, _said_of_point(grade)),
    ]
    if grade.after is not None:
        scale = Scale.SIGNED_PERCENT
        told.append(Finding("after_handover", _DECISIONS, scale, grade.after, said(grade.after, _AFTER, scale)))
    return tuple(told)


def _said_of_point(grade: HandoverGrade) -> Text:
    return said(grade.to_the_point, _TO_THE_POINT, Scale.PERCENT)


_PASSED_ON = Text(id="Bukti yang diteruskan", en="Evidence passed on")
_POINT = Text(id="Serah terima yang tepat sasaran", en="Handover to the point")
_DECISIONS = Text(id="Putusan kursi kedua", en="The second seat's decisions")
