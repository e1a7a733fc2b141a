"""One adult crosses with different children, journey after journey, and comes back without them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.patterns.allowed import marked, shown
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.tables import DAY_S, IbisTable

_MEASURES: Final = ("minors", "journeys")


def _adults(ground: Ground, numbers: Numbers) -> IbisTable:
    """Rows of adults who were with enough children on enough journeys to matter: most families travel once.

    Parties too large to pair are left to their own count.
    """
    small = ground.parties.filter(ground.parties.members <= numbers["largest_party"])
    small = small.select(with_party="party_key", with_direction="direction", with_minors="minors")
    rows = ground.companions.filter(~ground.companions.is_minor)
    rows = rows.join(small, [rows.party_key == small.with_party, rows.direction == small.with_direction])
    rows = ground.keep("pattern_different_minors_together", rows)
    busy = rows.group_by("person_key").agg(journeys=rows.party_key.nunique(), minors=rows.with_minors.sum())
    busy = busy.filter(busy.journeys >= numbers["least_journeys"], busy.minors >= numbers["least_minors"])
    rows = rows.semi_join(busy, "person_key").drop("with_party", "with_direction", "with_minors")
    return ground.keep("pattern_different_minors_adults", marked(rows, ground.periods))


def _pairs(ground: Ground, numbers: Numbers) -> IbisTable:
    """Every such adult with every child of the same party."""
    adults = _adults(ground, numbers).select(
        "party_key", "direction", "is_allowed", "crossing_key", "crossed_at_s", adult="person_key"
    )
    minors = ground.companions.filter(ground.companions.is_minor).select(
        minor_party="party_key", minor_direction="direction", minor="person_key", minor_key="crossing_key"
    )
    pairs = adults.join(
        minors, [adults.party_key == minors.minor_party, adults.direction == minors.minor_direction]
    ).drop("minor_party", "minor_direction")
    return ground.keep("pattern_different_minors_pairs", pairs)


def _left_behind(pairs: IbisTable, ground: Ground, numbers: Numbers) -> IbisTable:
    """Pairs whose adult crossed back later, while the child is due and did not; and who never went back together.

    A teacher who flies home a day before the class left nobody behind.
    """
    other = pairs.select(other_adult="adult", other_minor="minor", back="direction")
    pairs = pairs.anti_join(
        other, [pairs.adult == other.other_adult, pairs.minor == other.other_minor, pairs.direction != other.back]
    )
    pairs = pairs.filter(pairs.crossed_at_s + numbers["return_days"] * DAY_S <= ground.span.until_s)
    pairs = ground.keep("pattern_different_minors_apart", pairs)
    moves = ground.keep("pattern_different_minors_moves", _moves(pairs, ground))
    pairs = pairs.anti_join(
        moves,
        [
            pairs.minor == moves.mover,
            pairs.direction != moves.moved,
            pairs.crossed_at_s < moves.moved_at_s,
            pairs.crossed_at_s + numbers["return_days"] * DAY_S >= moves.moved_at_s,
        ],
    )
    last = moves.group_by("mover", "moved").agg(last_s=moves.moved_at_s.max())
    behind = pairs.join(
        last, [pairs.adult == last.mover, pairs.direction != last.moved, pairs.crossed_at_s < last.last_s]
    ).drop("mover", "moved", "last_s")
    return ground.keep("pattern_different_minors_behind", behind)


def _moves(pairs: IbisTable, ground: Ground) -> IbisTable:
    """All crossings of the adults and children of the pairs, in whatever party."""
    people = pairs.select(person_key="adult").union(pairs.select(person_key="minor")).distinct()
    crossed = ground.tables.crossed(ground.span, "person_key", "direction")
    crossed = crossed.select("person_key", "direction", "crossed_at_s").semi_join(people, "person_key")
    return crossed.select(mover="person_key", moved="direction", moved_at_s="crossed_at_s")


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    pairs = _left_behind(_pairs(ground, numbers), ground, numbers)
    is_open = ~pairs.is_allowed
    groups = pairs.group_by("adult").agg(
        minors=pairs.minor.nunique(),
        journeys=pairs.party_key.nunique(),
        open_minors=pairs.minor.nunique(where=is_open),
        open_journeys=pairs.party_key.nunique(where=is_open),
    )
    least_minors, least_journeys = numbers["least_minors"], numbers["least_journeys"]
    groups = groups.filter(groups.minors >= least_minors, groups.journeys >= least_journeys)
    is_suppressed = (groups.open_minors < least_minors) | (groups.open_journeys < least_journeys)
    groups = groups.mutate(is_suppressed=is_suppressed)
    found = pairs.join(groups, "adult")
    counts = {each: found.is_suppressed.ifelse(found[each], found[f"open_{each}"]) for each in _MEASURES}
    found = found.mutate(subject=found.adult.cast("string"), **counts)
    adults = shown(found, "subject", *_MEASURES)
    children = found.filter(~found.is_suppressed & ~found.is_allowed).mutate(crossing_key=found.minor_key)
    return adults.union(children.select(adults.columns)).distinct()


def _sentence(counts: Mapping[str, int]) -> Text:
    minors, journeys = counts["minors"], counts["journeys"]
    return Text(
        id=f"Satu orang dewasa melintas dengan {minors} anak berbeda dalam {journeys} perjalanan dan kembali "
        "tanpa mereka.",
        en=f"One adult crossed with {minors} different children on {journeys} journeys and came back without them.",
    )


DIFFERENT_MINORS: Final = Pattern(
    pattern_id="different_minors",
    name=Text(id="Orang dewasa dengan anak yang berbeda-beda", en="An adult with different children"),
    innocent=Text(
        id="Guru, pelatih, pengantar sekolah berasrama, dan kerabat yang bergiliran menjemput anak.",
        en="Teachers, coaches, escorts of boarding schools, and relatives who take turns to fetch children.",
    ),
    numbers={
        "least_minors": Bounds(2, 100),
        "least_journeys": Bounds(1, 100),
        "largest_party": Bounds(2, 500),
        "return_days": Bounds(1, 365),
    },
    measures=_MEASURES,
    rows=_rows,
    sentence=_sentence,
)
