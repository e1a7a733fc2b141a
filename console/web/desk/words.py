"""The desk's words: the service's own vocabulary, asked for by enum number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ledger.text import Text
from lintas.v1 import supervision_pb2, watchlist_pb2
from watchlist.lifecycle.vocabulary import vocabulary, word


class Words:
    """Stateless; what templates of the desk call `says`."""

    def category(self, number: int) -> Text:
        """Why somebody is listed."""
        return word("category", _code(watchlist_pb2.Category.Name(number), "CATEGORY_"))

    def kind(self, number: int) -> Text:
        """What is proposed."""
        return word("proposal_kind", _code(supervision_pb2.ProposalKind.Name(number), "PROPOSAL_KIND_"))

    def state(self, number: int) -> Text:
        """Where a proposal stands."""
        return word("proposal_state", _code(supervision_pb2.ProposalState.Name(number), "PROPOSAL_STATE_"))

    def confidentiality(self, number: int) -> Text:
        """Who may be told."""
        return word("confidentiality", _code(watchlist_pb2.Confidentiality.Name(number), "CONFIDENTIALITY_"))

    def link(self, number: int) -> Text:
        """How two entries belong together."""
        return word("link", _code(watchlist_pb2.LinkKind.Name(number), "LINK_KIND_"))

    def objection(self, number: int) -> Text:
        """Where an objection stands."""
        return word("objection", _code(watchlist_pb2.ObjectionState.Name(number), "OBJECTION_STATE_"))

    def value(self, field: str, value: str) -> Text:
        """A value of a field change: coded ones in words, others as they are."""
        group = {"category": "category", "action": "action", "kind": "kind", "confidentiality": "confidentiality"}
        return word(group[field], value) if field in group else Text(id=value, en=value)

    def choices(self, group: str, prefix: str) -> Iterator[tuple[str, Text]]:
        """Wire names and words of a group, for a select."""
        words: Mapping[str, Text] = vocabulary()[group]
        for code, text in words.items():
            yield f"{prefix}{code.upper()}", text


def _code(name: str, prefix: str) -> str:
    return name.removeprefix(prefix).lower()
