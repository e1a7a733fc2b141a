"""Which portrait a document shows, and which face stands before the counter."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

from simulator.scenario.document import Document, PhotoRelation
from simulator.scenario.model import Scenario
from simulator.scenario.person import Cover
from simulator.specimen.portrait_store import Portrait, document_photos, faces_of
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

_ABOUT_YEARS = 4


def portrait_key(scenario: Scenario, document: Document) -> str:
    """The picture that the document was issued with. '' where there are no portraits: an outline is drawn."""
    photo = _holder(scenario, document)
    return photo.key if photo is not None else ""


def bearer_key(scenario: Scenario) -> str:
    """The face at the counter, beside the first document's picture: the holder's own, older, or somebody else's."""
    document = scenario.documents[0]
    holder = _holder(scenario, document)
    if holder is None:
        return ""
    wanted = document.photo
    faces = [each for each in faces_of(holder.person) if each.relation == _RELATIONS[wanted.relation]]
    if wanted.relation is PhotoRelation.OTHER or not faces:
        others = [each for each in _people(holder.sex) if each.person != holder.person]
        if wanted.relation is not PhotoRelation.OTHER or not others:
            return holder.key
        stranger = min(others, key=lambda each: (abs(each.age - holder.age), each.key))
        return next((each.key for each in faces_of(stranger.person)), stranger.key)
    if wanted.relation is PhotoRelation.IMPOSTOR:
        return min(faces, key=lambda each: (abs(each.distance - wanted.distance), each.key)).key
    return min(faces, key=lambda each: (abs(each.years_later - wanted.years_ago), each.key)).key


_RELATIONS = {
    PhotoRelation.SAME: "same",
    PhotoRelation.OLDER: "later",
    PhotoRelation.IMPOSTOR: "impostor",
    PhotoRelation.OTHER: "other",
}
_COVERS = {Cover.NONE: "", Cover.SCARF: "hijab", Cover.CAP: "cap"}


def _holder(scenario: Scenario, document: Document) -> Portrait | None:
    """The person who was named, or somebody of the persona's sex and cover about as old when the document was issued.

    Among those about as old the seed chooses. Where the bearer is to look alike or older, only people with such a face.
    """
    persona, photo = scenario.persona, scenario.documents[0].photo
    named = [each for each in document_photos() if each.person == persona.portrait.person]
    if named:
        return named[0]
    people = _people(persona.sex.value)
    if photo.relation in {PhotoRelation.IMPOSTOR, PhotoRelation.OLDER}:
        relation = _RELATIONS[photo.relation]
        people = tuple(each for each in people if any(face.relation == relation for face in faces_of(each.person)))
    covered = tuple(each for each in people if each.cover == _COVERS[persona.portrait.cover])
    people = covered or people
    if not people:
        return None
    age = _age_years(scenario, document)
    least = min(abs(each.age - age) for each in people)
    nearest = [each for each in people if abs(each.age - age) <= least + _ABOUT_YEARS]
    seed = persona.portrait.seed
    text = scenario.meta.key if seed is None else str(seed)
    return nearest[int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % len(nearest)]


@cache
def _people(sex: str) -> tuple[Portrait, ...]:
    """Everybody of that sex; everybody where it is unspecified."""
    return tuple(each for each in document_photos() if sex in {Sex.UNSPECIFIED.value, each.sex})


def _age_years(scenario: Scenario, document: Document) -> int:
    """How old the face in the document looks."""
    persona = scenario.persona
    issued = date.fromisoformat(document.issued)
    if persona.portrait.age_years is not None:
        return max(0, persona.portrait.age_years - (scenario.post.now.year - issued.year))
    born = PartialDate.parse(persona.dob).year
    return issued.year - born if born else 35
