"""A period's figures told to supervisors: what went on, what it led to, whether people were treated alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, tzinfo
from typing import Final

from console.insight import plots
from console.insight.training import training_section
from console.words import ADVICE, GRADE, OUTCOME
from ledger.text import Text
from lintas.v1 import insight_pb2, protection_pb2
from simulator.report.blocks import Block, Bullets, Picture, Pictures, Report, Section, Tone, Words
from simulator.report.voice import Voice
from verifier.checks.catalogue import catalogue

_GROUPINGS: Final = {
    "sex": Text(id="Menurut jenis kelamin", en="By sex"),
    "age": Text(id="Menurut umur", en="By age"),
    "nationality": Text(id="Menurut kewarganegaraan", en="By nationality"),
}
_NOTHING: Final = Text(id="Tidak ada data pada periode ini.", en="There is nothing in this period.")


def insight_report(found: insight_pb2.Insight, voice: Voice, zone: tzinfo) -> Report:
    """All sections; those without data say so."""
    since, until = (stamp.ToDatetime(tzinfo=UTC).astimezone(zone) for stamp in (found.start_time, found.end_time))
    span = f"{since:%Y-%m-%d} – {until:%Y-%m-%d}"
    total = sum(day.examined for day in found.days)
    return Report(
        title=Text(id="Laporan Pos", en="Report of the Post"),
        subtitle=Text(id=span, en=span),
        facts=tuple(_facts(found, total)),
        sections=tuple(_sections(found, voice, zone)),
        footer=Text(
            id=f"Kebijakan perlindungan {found.policy_sha256[:12]} · daftar pantau versi {found.watchlist_version}",
            en=f"Protection policy {found.policy_sha256[:12]} · watchlist version {found.watchlist_version}",
        ),
    )


def _facts(found: insight_pb2.Insight, total: int) -> Iterator[tuple[Text, Text]]:
    yield Text(id="Pelintas", en="Travellers"), _number(total)
    yield Text(id="Dirujuk petugas", en="Referred by officers"), _number(found.funnel.referred)
    yield (
        Text(id="Mungkin atau benar korban", en="Possible or actual victims"),
        _number(found.funnel.possible + found.funnel.actual),
    )
    yield Text(id="Keliru dirujuk", en="Referred in error"), _number(found.funnel.refuted)


def _sections(found: insight_pb2.Insight, voice: Voice, zone: tzinfo) -> Iterator[Section]:
    yield _section(
        "volume",
        Text(id="Arus dan waktu", en="Flow and time"),
        Text(id="Berapa banyak, kapan, dan secepat apa.", en="How many, when, and how fast."),
        _volume(found, voice),
    )
    yield _section(
        "referral",
        Text(id="Dari pemeriksaan ke perlindungan", en="From examination to protection"),
        Text(
            id="Rujukan yang keliru membebani orang tak bersalah; karena itu dihitung di sini.",
            en="A referral in error burdens an innocent person; that is why it is counted here.",
        ),
        _referral(found, voice),
    )
    yield _section(
        "indicators",
        Text(id="Apakah indikator membantu?", en="Do the indicators help?"),
        Text(
            id="Bagian kasus selesai yang memang ada apa-apanya, dengan selang 95 %.",
            en="Of the settled cases, the share in which there was something to it, with its 95 % interval.",
        ),
        _indicators(found, voice),
    )
    yield _section(
        "lists",
        Text(id="Daftar pantau dan senama", en="Watchlist and namesakes"),
        Text(id="Kecocokan, senama, dan umur data.", en="Hits, namesakes, and how old the data is."),
        _lists(found, zone),
    )
    yield _section(
        "equity",
        Text(id="Diperlakukan sama?", en="Treated alike?"),
        Text(
            id="Kewarganegaraan, jenis kelamin, dan umur tidak pernah menaikkan hasil mesin. Perbedaan di sini bukan "
            "bukti apa pun tentang orang; itu pertanyaan kepada kita.",
            en="Nationality, sex and age never raise the engine's result. A difference here proves nothing about "
            "people; it is a question to ourselves.",
        ),
        _equity(found, voice),
    )
    if found.training:
        yield training_section(found.training, voice)


def _section(key: str, title: Text, lead: Text, blocks: Iterator[Block]) -> Section:
    made = tuple(blocks)
    return Section(key, title, lead, made or (Words(_NOTHING, Tone.QUIET),))


def _volume(found: insight_pb2.Insight, voice: Voice) -> Iterator[Block]:
    if not found.days:
        return
    yield _picture(
        "days",
        plots.days_plot(found.days, voice),
        Text(id="Pelintas per hari", en="Travellers a day"),
        Text(id="Batang: diperiksa; garis: dirujuk petugas.", en="Bars: examined; line: referred by officers."),
    )
    yield _picture(
        "hours",
        plots.hours_plot(found.by_hour, voice),
        Text(id="Menurut jam", en="By hour"),
        Text(id="Jumlah pelintas per jam sehari.", en="Travellers by hour of the day."),
        is_wide=False,
    )
    yield Bullets(tuple(_advice_lines(found)), Text(id="Saran dan keputusan", en="Advice and decisions"))
    if found.HasField("engine_ms"):
        engine, people = found.engine_ms, found.decision_s
        yield Words(
            Text(
                id=f"Mesin menjawab dalam {engine.median:.0f} md (95 % dalam {engine.p95:.0f} md); petugas memutuskan "
                f"dalam {people.median:.0f} dtk (95 % dalam {people.p95:.0f} dtk, n = {people.of}).",
                en=f"The engine answered in {engine.median:.0f} ms (95 % within {engine.p95:.0f} ms); officers decided "
                f"in {people.median:.0f} s (95 % within {people.p95:.0f} s, n = {people.of}).",
            )
        )


def _advice_lines(found: insight_pb2.Insight) -> Iterator[Text]:
    for kind in ADVICE:
        if kind in found.advice:
            yield _counted(Text(id=f"saran {ADVICE[kind].id}", en=f"advice {ADVICE[kind].en}"), found.advice[kind])
    for outcome in OUTCOME:
        if outcome in found.outcomes:
            name = Text(id=f"keputusan {OUTCOME[outcome].id}", en=f"decision {OUTCOME[outcome].en}")
            yield _counted(name, found.outcomes[outcome])
    if found.undecided:
        yield _counted(Text(id="belum diputuskan", en="not decided"), found.undecided)


def _referral(found: insight_pb2.Insight, voice: Voice) -> Iterator[Block]:
    if not found.funnel.examined:
        return
    yield _picture(
        "funnel",
        plots.funnel_plot(found.funnel, voice),
        Text(id="Dari pemeriksaan ke hasil", en="From examination to outcome"),
        _funnel_text(found.funnel),
    )
    if found.failed_checks:
        worst = sorted(found.failed_checks.items(), key=lambda each: (-each[1], each[0]))[:8]
        names = catalogue()
        yield Bullets(
            tuple(_counted(names[key].name if key in names else Text(id=key, en=key), count) for key, count in worst),
            Text(id="Pemeriksaan dokumen yang paling sering gagal", en="Document checks that failed most often"),
        )


def _funnel_text(funnel: protection_pb2.OutcomeFunnel) -> Text:
    helped = funnel.possible + funnel.actual
    return Text(
        id=f"Dari {funnel.referred} yang dirujuk, {funnel.with_outcome} hasilnya tercatat: {helped} mungkin atau benar "
        f"korban, {funnel.refuted} bukan.",
        en=f"Of {funnel.referred} referred, {funnel.with_outcome} have an outcome: {helped} possible or actual "
        f"victims, {funnel.refuted} not.",
    )


def _indicators(found: insight_pb2.Insight, voice: Voice) -> Iterator[Block]:
    if any(each.HasField("helped_share") for each in found.indicators):
        yield _picture(
            "indicators",
            plots.indicators_plot(found.indicators, voice),
            Text(id="Bagian yang membantu", en="Share that helped"),
            Text(id="Titik: bagian; garis: selang 95 %.", en="Dot: share; line: 95 % interval."),
        )
    alerts = [(each, alert) for each in found.indicators for alert in each.alerts if alert.code != "REVIEW_DUE"]
    for each, alert in alerts:
        yield Words(
            Text(
                id=f"{each.indicator_id} {each.name.id}: {alert.text.id}",
                en=f"{each.indicator_id} {each.name.en}: {alert.text.en}",
            ),
            Tone.BAD,
        )
    fired = sorted((each for each in found.indicators if each.fired), key=lambda each: -each.fired)[:12]
    if fired:
        yield Bullets(
            tuple(_indicator_line(each) for each in fired),
            Text(id="Yang paling sering muncul", en="Seen most often"),
        )


def _indicator_line(each: protection_pb2.IndicatorFigures) -> Text:
    helped = each.possible + each.actual
    return Text(
        id=f"{each.indicator_id} {each.name.id}: muncul {each.fired}, dirujuk {each.referred}, terbukti {helped}, "
        f"keliru {each.refuted}",
        en=f"{each.indicator_id} {each.name.en}: fired {each.fired}, referred {each.referred}, confirmed {helped}, "
        f"in error {each.refuted}",
    )


def _lists(found: insight_pb2.Insight, zone: tzinfo) -> Iterator[Block]:
    lines = [
        _counted(Text(id=f"kecocokan: {GRADE[key].id}", en=f"hits: {GRADE[key].en}"), found.hits_by_grade[key])
        for key in GRADE
        if key in found.hits_by_grade
    ]
    lines += [
        _counted(
            Text(id="dirujuk karena daftar pantau", en="referred because of the watchlist"), found.referred_for_hit
        ),
        _counted(
            Text(
                id="di antaranya dilepas petugas: mungkin senama", en="of these let go by officers: perhaps namesakes"
            ),
            found.referred_for_hit_cleared,
        ),
        _counted(
            Text(id="senama yang sudah diputuskan bukan orangnya", en="namesakes settled earlier as somebody else"),
            found.excluded_namesakes,
        ),
        _counted(Text(id="peringatan perlindungan", en="protective alerts"), found.protective_alerts),
        _counted(Text(id="jawaban dari daftar yang usang", en="answers from an old list"), found.stale_answers),
    ]
    yield Bullets(tuple(lines))
    if found.HasField("watchlist_time"):
        when = found.watchlist_time.ToDatetime(tzinfo=UTC).astimezone(zone)
        yield Words(
            Text(
                id=f"Daftar pantau: {found.watchlist_entries:,} entri, terakhir berubah {when:%Y-%m-%d %H:%M}.",
                en=f"Watchlist: {found.watchlist_entries:,} entries, last changed {when:%Y-%m-%d %H:%M}.",
            )
        )


def _equity(found: insight_pb2.Insight, voice: Voice) -> Iterator[Block]:
    for grouping, title in _GROUPINGS.items():
        rates = [rate for rate in found.groups if rate.grouping == grouping][:12]
        if rates:
            yield _picture(
                f"group_{grouping}",
                plots.groups_plot(rates, voice),
                title,
                Text(
                    id="Bagian yang dirujuk: saran mesin dan keputusan petugas, dengan selang 95 %. Kelompok di bawah "
                    "20 pelintas digabung.",
                    en="Share referred: engine's advice and officers' decision, with 95 % intervals. Groups of fewer "
                    "than 20 travellers are put together.",
                ),
            )


def _picture(key: str, svg: bytes, title: Text, caption: Text, *, is_wide: bool = True) -> Pictures:
    return Pictures((Picture(key, svg, title, caption, is_wide),))


def _counted(name: Text, count: int) -> Text:
    return Text(id=f"{name.id}: {count:,}".replace(",", "."), en=f"{name.en}: {count:,}")


def _number(count: int) -> Text:
    return Text(id=f"{count:,}".replace(",", "."), en=f"{count:,}")
