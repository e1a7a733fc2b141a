"""The watchlist of one exercise: invented entries, among them namesakes who are somebody else."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from simulator.scenario.part import DateText, FictionalCode, Key, MrzText, Part
from watchlist.entry import Action, Category, EntryKind, Sex


class ListedDocument(Part):
    """A document by issuer and number."""

    issuer: FictionalCode
    number: MrzText


class Fixture(Part):
    """One entry, in the fields of `watchlist.entry.Entry` as far as exercises need them."""

    key: Key
    kind: EntryKind = EntryKind.PERSON
    category: Category
    action: Action = Action.VERIFY_IDENTITY
    authority: Annotated[str, Field(min_length=1)] = "Exercise authority"
    names: tuple[str, ...] = ()
    dob: DateText | None = None
    birth_place: str = ""
    sex: Sex | None = None
    nationality: FictionalCode | None = None
    documents: tuple[ListedDocument, ...] = ()
    identity_numbers: tuple[MrzText, ...] = ()
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    remarks: str = ""
    true_match: bool
    """Whether it truly is the traveller (or the document): for the debrief, never shown before."""
