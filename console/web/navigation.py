"""The one place that says which pages stand in the navigation, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ledger.actor import Role
from ledger.text import Text

_COUNTER: Final = frozenset({Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: `key` is the letter that opens it, `about` a sentence for the start page."""

    path: str
    key: str
    label: Text
    about: Text
    roles: frozenset[Role]


NAVIGATION: Final = (
    Item(
        "/booth",
        "b",
        Text(id="Loket", en="Booth"),
        Text(id="Periksa dokumen, baca saran, putuskan.", en="Examine a document, read the advice, decide."),
        _COUNTER,
    ),
    Item(
        "/booth/cases",
        "c",
        Text(id="Kasus", en="Cases"),
        Text(id="Kasus Anda, dan yang menunggu orang kedua.", en="Your cases, and those that await a second person."),
        _COUNTER | {Role.AUDITOR},
    ),
    Item(
        "/desk",
        "d",
        Text(id="Daftar pantau", en="Watchlist"),
        Text(id="Cari, usulkan, setujui: selalu dua orang.", en="Search, propose, approve: always two people."),
        frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    ),
    Item(
        "/classroom",
        "t",
        Text(id="Kelas", en="Classroom"),
        Text(id="Buka latihan, atur tempo, bahas bersama.", en="Open exercises, set the pace, debrief together."),
        frozenset({Role.TRAINER}),
    ),
    Item(
        "/insight",
        "i",
        Text(id="Laporan", en="Insight"),
        Text(
            id="Arus, rujukan, indikator, kesetaraan; dan catatan semua tindakan.",
            en="Flow, referrals, indicators, equal treatment; and the record of everything.",
        ),
        frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR}),
    ),
    Item(
        "/accounts",
        "u",
        Text(id="Akun", en="Accounts"),
        Text(id="Siapa yang boleh masuk, dan sebagai apa.", en="Who may sign in, and as what."),
        frozenset({Role.ADMINISTRATOR}),
    ),
)

ROLE_NAMES: Final[Mapping[Role, Text]] = {
    Role.OFFICER: Text(id="Petugas", en="Officer"),
    Role.SECOND_OFFICER: Text(id="Petugas kedua", en="Second officer"),
    Role.SUPERVISOR: Text(id="Penyelia", en="Supervisor"),
    Role.TRAINER: Text(id="Pelatih", en="Trainer"),
    Role.AUDITOR: Text(id="Auditor", en="Auditor"),
    Role.ADMINISTRATOR: Text(id="Administrator", en="Administrator"),
    Role.PROTECTION_OFFICER: Text(id="Petugas perlindungan", en="Protection officer"),
}

# who may follow which changes: the first part of a topic → roles (None: everybody who is signed in)
TOPICS: Final[Mapping[str, frozenset[Role] | None]] = {
    "state": None,
    "cases": _COUNTER | {Role.AUDITOR},
    "case": _COUNTER | {Role.AUDITOR},
    "session": frozenset({Role.TRAINER}),
    "pack": frozenset({Role.TRAINER}),
    "desk": frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.SECOND_OFFICER}),
}


def items_for(role: Role | None) -> tuple[Item, ...]:
    """What somebody of that role finds in the navigation."""
    return tuple(item for item in NAVIGATION if role in item.roles)


def may_follow(topic: str, role: Role) -> bool:
    """Whether that role may hear of changes of `topic` (such as `case:ID`)."""
    kind = topic.partition(":")[0]
    if kind not in TOPICS:
        return False
    roles = TOPICS[kind]
    return roles is None or role in roles
