"""What law and custom of the crossing contribute: notes for the officer, never a suspicion."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from typing import Final

from ledger.text import Text
from verifier.advice.crossing import Crossing
from verifier.advice.model import AdviceKind, Finding, Reason, Track
from verifier.model.journey import Direction

_ENOUGH_MONTHS: Final = 6
_PERMIT: Final = Text(
    id="Bukti perpanjangan izin tinggal, atau keadaan kemanusiaan (sakit, bencana, dokumen hilang).",
    en="Proof that the stay was extended, or humane circumstances (illness, disaster, lost papers).",
)

_NEVER_REFUSED: Final = Text(
    id="Warga negara sendiri tidak pernah ditolak masuk: bantu, dan sarankan perpanjangan dokumen.",
    en="Own nationals are never refused arrival: assist, and advise renewal of the document.",
)
_SOON: Final = Text(
    id="Masa berlaku dokumen kurang dari enam bulan. Sebagian negara dan maskapai mensyaratkan enam bulan; "
    "ini bukan masalah keaslian. Beri tahu pelintas.",
    en="The document is valid for less than six months. Some states and carriers require six; that says nothing "
    "against its authenticity. Tell the traveller.",
)


def findings(crossing: Crossing) -> Iterator[Finding]:
    """Own nationals with expired papers are helped home; who leaves with less than six months is told.

    Whoever leaves after the stay that was granted goes to the desk that settles it: a matter of law, not of suspicion.
    """
    if crossing.is_coming_home and crossing.is_expired:
        yield Finding(Reason("OWN_NATIONAL_ARRIVES", Track.POLICY, _NEVER_REFUSED))
    leaves = crossing.direction is Direction.DEPARTURE and not crossing.is_expired
    if leaves and crossing.expires_on is not None and crossing.expires_on < _months_after(crossing.today):
        yield Finding(Reason("EXPIRES_SOON", Track.POLICY, _SOON))

    if crossing.overstay_days:
        yield _overstay(crossing)


def _overstay(crossing: Crossing) -> Finding:
    """REFER on leaving, where a fee or a reason is recorded; a note where nobody said which way."""
    days = crossing.overstay_days
    text = Text(
        id=f"Izin tinggal terlampaui {days} hari. Tanyakan sebabnya; alasan kemanusiaan dicatat dengan kode.",
        en=f"The permitted stay was exceeded by {days} days. Ask why; humane circumstances get a coded reason.",
    )
    leaves = crossing.direction is Direction.DEPARTURE
    return Finding(
        Reason("STAY_EXCEEDED", Track.POLICY, text, AdviceKind.REFER if leaves else AdviceKind.CLEAR), (_PERMIT,)
    )


def _months_after(day: date) -> date:
    """The same day six months on, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + _ENOUGH_MONTHS, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
