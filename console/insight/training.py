"""What classes learned, as figures that trainers handed over: whole classes only, and nobody in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from console.insight import plots
from ledger.text import Text
from lintas.v1 import insight_pb2
from simulator.report.blocks import Block, Bullets, Picture, Pictures, Section, Words
from simulator.report.voice import Voice
from verifier.classes.result import SMALLEST_CLASS

_MOST: Final = 12  # classes told one by one: the latest


def training_section(classes: Sequence[insight_pb2.TrainingResult], voice: Voice) -> Section:
    """The section for one class or more."""
    return Section(
        "training",
        Text(id="Apa yang dipelajari di kelas", en="What classes learned"),
        Text(
            id="Angka seluruh kelas, diserahkan pelatih. Hasil perorangan tidak pernah sampai di sini, dan kelas "
            f"dengan kurang dari {SMALLEST_CLASS} peserta tidak diterima.",
            en="Figures of whole classes, handed over by trainers. No individual's results ever get here, and classes "
            f"of fewer than {SMALLEST_CLASS} are refused.",
        ),
        tuple(_blocks(classes[-_MOST:], len(classes), voice)),
    )


def _blocks(classes: Sequence[insight_pb2.TrainingResult], count: int, voice: Voice) -> Iterator[Block]:
    yield Words(_summary(count, sum(each.trainees for each in classes), is_cut=count > len(classes)))
    if any(each.HasField("hit_rate") or each.HasField("false_referral_rate") for each in classes):
        picture = Picture(
            "classes",
            plots.classes_plot(classes, voice),
            Text(id="Melihat yang perlu dilihat", en="Seeing what is to be seen"),
            Text(
                id="Bagian kasus latihan; titik: rata-rata kelas, garis: selang 95 %.",
                en="Share of the exercises' cases; dot: the class's mean, line: 95 % interval.",
            ),
            is_wide=True,
        )
        yield Pictures((picture,))
    yield Bullets(tuple(_line(each) for each in classes), Text(id="Kelas demi kelas", en="Class by class"))


def _summary(count: int, trainees: int, *, is_cut: bool) -> Text:
    if count == 1:
        return Text(
            id=f"Satu kelas pada periode ini, {trainees} peserta.",
            en=f"One class in this period, of {trainees} trainees.",
        )
    if is_cut:
        return Text(
            id=f"{count} kelas pada periode ini; {_MOST} yang terakhir ditampilkan, dengan {trainees} peserta.",
            en=f"{count} classes in this period; the latest {_MOST} are shown, of {trainees} trainees.",
        )
    return Text(
        id=f"{count} kelas pada periode ini, {trainees} peserta.",
        en=f"{count} classes in this period, {trainees} trainees.",
    )


def _line(each: insight_pb2.TrainingResult) -> Text:
    parts = list(_parts(each))
    return Text(
        id=f"{plots.class_name(each, Voice.INDONESIAN)}: " + "; ".join(part.id for part in parts),
        en=f"{plots.class_name(each, Voice.ENGLISH)}: " + "; ".join(part.en for part in parts),
    )


def _parts(each: insight_pb2.TrainingResult) -> Iterator[Text]:
    yield Text(id=f"{each.decisions} putusan", en=f"{each.decisions} decisions")
    if each.HasField("points"):
        value = f"{each.points.value:.0f} ({each.points.low:.0f}–{each.points.high:.0f})"
        yield Text(id=f"nilai {value} dari 100", en=f"points {value} of 100")
    if each.HasField("evidence_found"):
        share = f"{each.evidence_found.value:.0%}"
        yield Text(id=f"bukti yang diperlukan ditemukan {share}", en=f"{share} of the needed evidence found")
    if each.HasField("overconfidence"):
        yield _confidence(round(each.overconfidence.value * 100))
    if each.HasField("gain"):
        value = f"{each.gain.value:+.0f} ({each.gain.low:+.0f} … {each.gain.high:+.0f})"
        yield Text(id=f"sesudah dibanding sebelum: {value} nilai", en=f"after against before: {value} points")
    yield Text(id=f"kerugian pada pelintas rekaan: {each.harms}", en=f"harms to invented travellers: {each.harms}")


def _confidence(points: int) -> Text:
    if points == 0:
        return Text(id="keyakinan sesuai kenyataan", en="as sure as they were right")
    if points > 0:
        return Text(id=f"terlalu yakin {points} poin persen", en=f"too sure by {points} percentage points")
    return Text(id=f"kurang yakin {-points} poin persen", en=f"less sure than right by {-points} percentage points")
