"""What the watchlist contributes. Protective alerts go to the protection track and never look like a hit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from verifier.advice.model import AdviceKind, Finding, Reason, Track
from watchlist.entry import Action, EntryKind, EntryState, Evidence, Grade, Hit, SearchResult
from watchlist.freshness import EXPIRED_TEXT, STALE_TEXT, Freshness, ListAge

_ACTIONS: Final[Mapping[Action, Text]] = MappingProxyType(
    {
        Action.VERIFY_IDENTITY: Text(id="pastikan identitas", en="verify the identity"),
        Action.REFUSE_DEPARTURE: Text(id="pencegahan ke luar negeri", en="departure is to be refused"),
        Action.REFUSE_ENTRY: Text(id="penangkalan", en="entry is to be refused"),
        Action.DISCREET_REPORT: Text(id="laporkan tanpa diketahui", en="report discreetly"),
        Action.ARREST_ON_WARRANT: Text(id="ada surat perintah penangkapan", en="there is a warrant of arrest"),
        Action.PROTECT_CHILD: Text(id="lindungi anak", en="protect the child"),
        Action.PROTECT_PERSON: Text(id="lindungi orang ini", en="protect the person"),
        Action.SEIZE_DOCUMENT: Text(id="tahan dokumen", en="seize the document"),
    }
)
_NAMESAKE: Final = Text(
    id="Nama mirip dengan entri daftar pantau, tanpa pengenal kedua. Nama saja tidak cukup.",
    en="The name resembles a list entry, without a second identifier. A name alone is not enough.",
)
_LAPSED: Final = Text(
    id="Ada entri yang cocok tetapi sudah tidak berlaku; entri itu tidak boleh ditegakkan.",
    en="An entry fits but is no longer in force; it must not be enforced.",
)
_NOT_YET: Final = Text(
    id="Ada entri yang cocok tetapi belum berlaku; entri itu belum boleh ditegakkan.",
    en="An entry fits but is not yet in force; it must not be enforced yet.",
)
_EXCLUDED: Final = Text(
    id="Entri yang mirip pernah diputuskan: bukan orang yang sama.",
    en="It was decided before that the similar entry is another person.",
)
_SECOND_IDENTIFIER: Final = Text(
    id="Pengenal kedua memastikan: tempat lahir, nomor dokumen lama, nomor identitas, atau foto di entri.",
    en="A second identifier settles it: place of birth, earlier document, identity number, or the entry's photo.",
)
_AUTHORITY: Final = Text(
    id="Instansi peminta dapat memastikan atau mencabut entri.",
    en="The requesting authority can confirm or withdraw the entry.",
)
_ASK_CENTRE: Final = Text(
    id="Pusat memeriksa nama dan dokumen ini lewat telepon atau radio.",
    en="The centre checks this name and document by telephone or radio.",
)
_NEWER_LIST: Final = Text(
    id="Daftar pantau yang lebih baru, lewat jaringan atau dari berkas.",
    en="A newer watchlist, over the network or from a file.",
)
_ALERT: Final = Text(
    id="Ada permintaan perlindungan untuk orang yang mungkin adalah pelintas ini.",
    en="Protection was asked for a person who may be this traveller.",
)
_HANDLING: Final = (
    Text(
        id="Pisahkan dari pendamping dengan alasan netral, misalnya dokumen perlu dipindai ulang.",
        en="Separate from any companion with a neutral pretext, such as scanning the document again.",
    ),
    Text(
        id="Panggil petugas perlindungan; pakai juru bahasa yang tidak terkait dengan pendamping.",
        en="Call the protection officer; use an interpreter who has nothing to do with the companion.",
    ),
    Text(
        id="Jangan tampilkan alasan ini pada layar yang terlihat oleh pelintas atau pendamping.",
        en="Do not show this reason on a screen that traveller or companion can see.",
    ),
)


def findings(search: SearchResult) -> Iterator[Finding]:
    """EXACT and PROBABLE hits in force refer; namesakes, entries not in force and settled exclusions are notes.

    An expired list refers whatever was found on it: not having found anybody says nothing then. A stale one is noted.
    """
    if search.age is not None:
        yield from _age(search.age)
    notes: dict[str, Finding] = {}
    for hit in search.hits:
        finding = _alert(hit) if hit.entry.category.is_protective else _finding(hit)
        if finding is None:
            continue
        if finding.reason.kind is AdviceKind.CLEAR:
            notes.setdefault(finding.reason.code, finding)  # one note of a kind, however many namesakes there are
        else:
            yield finding
    yield from notes.values()


def _age(age: ListAge) -> Iterator[Finding]:
    if age.freshness is Freshness.EXPIRED:
        yield Finding(
            Reason("LIST_EXPIRED", Track.WATCHLIST, EXPIRED_TEXT, AdviceKind.REFER), (_ASK_CENTRE, _NEWER_LIST)
        )
    elif age.freshness is Freshness.STALE:
        yield Finding(Reason("LIST_STALE", Track.WATCHLIST, STALE_TEXT), (_NEWER_LIST,))


def _alert(hit: Hit) -> Finding | None:
    """A protective alert; one that does not hold today, or is about somebody else, is no reason at all."""
    if hit.state is not EntryState.ACTIVE or hit.comparison.grade is Grade.EXCLUDED:
        return None
    # a note on the protection track, too: nobody is turned into a hit by a resemblance
    kind = AdviceKind.PROTECT if _is_sure(hit) else AdviceKind.CLEAR
    return Finding(
        Reason("PROTECTIVE_ALERT", Track.PROTECTION, _ALERT, kind),
        (_SECOND_IDENTIFIER,),
        _HANDLING if _is_sure(hit) else (),
    )


def _finding(hit: Hit) -> Finding:
    if hit.comparison.grade is Grade.EXCLUDED:
        return Finding(Reason("NOT_SAME_PERSON", Track.WATCHLIST, _EXCLUDED))
    if hit.state is EntryState.NOT_YET_VALID:
        return Finding(Reason("ENTRY_NOT_YET_IN_FORCE", Track.WATCHLIST, _NOT_YET))
    if hit.state is not EntryState.ACTIVE:
        return Finding(Reason("ENTRY_NOT_IN_FORCE", Track.WATCHLIST, _LAPSED))
    if not _is_sure(hit):
        return Finding(Reason("NAMESAKE", Track.WATCHLIST, _NAMESAKE), (_SECOND_IDENTIFIER,))
    changes = (_AUTHORITY,) if hit.comparison.grade is Grade.EXACT else (_SECOND_IDENTIFIER, _AUTHORITY)
    code = "DOCUMENT_LISTED" if hit.entry.kind is EntryKind.DOCUMENT else "PERSON_LISTED"
    return Finding(Reason(code, Track.WATCHLIST, _listed(hit), AdviceKind.REFER), changes)


def _is_sure(hit: Hit) -> bool:
    return hit.comparison.grade in {Grade.EXACT, Grade.PROBABLE}


def _listed(hit: Hit) -> Text:
    action = _ACTIONS[hit.entry.action]
    what_id, what_en = ("Dokumen ini tercatat", "This document is listed")
    if hit.entry.kind is EntryKind.PERSON:
        exact = hit.comparison.grade is Grade.EXACT
        what_id = "Pelintas ini tercatat" if exact else "Pelintas ini sangat mungkin orang yang tercatat"
        what_en = "This traveller is listed" if exact else "This traveller is probably the listed person"
    authority = hit.entry.authority or hit.entry.list_id
    agreeing_id, agreeing_en = _agreeing(hit.comparison.evidence)
    return Text(
        id=f"{what_id} ({agreeing_id}): {action.id}. Instansi: {authority}.",
        en=f"{what_en} ({agreeing_en}): {action.en}. Authority: {authority}.",
    )


_FEATURES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "name": Text(id="nama", en="name"),
        "birth_date": Text(id="tanggal lahir", en="birth date"),
        "sex": Text(id="jenis kelamin", en="sex"),
        "nationality": Text(id="kewarganegaraan", en="nationality"),
        "document": Text(id="nomor dokumen", en="document number"),
        "birth_place": Text(id="tempat lahir", en="place of birth"),
        "identity_number": Text(id="nomor identitas", en="identity number"),
    }
)


def _agreeing(evidence: tuple[Evidence, ...]) -> tuple[str, str]:
    """Which features agree; never their values, since reasons are read aloud and logged by terminals."""
    names = [_FEATURES[each.feature] for each in evidence if each.weight_nats > 0 and each.feature in _FEATURES]
    return ", ".join(name.id for name in names) or "-", ", ".join(name.en for name in names) or "-"
