"""From enum numbers of the wire to the words of the pages: what templates call `names`."""

from __future__ import annotations

from google.protobuf.message import Message

from console.web.booth.words import ADVICE_NONE, NO_RESULT, TRACK
from console.words import ACTION, ADVICE, GRADE, OUTCOME, RESULT, STATE
from ledger.text import Text
from lintas.v1 import common_pb2, verification_pb2, watchlist_pb2
from verifier.decision import Outcome


class Names:
    """Stateless. A value that a newer service knows and we do not stands for itself."""

    def advice(self, case: verification_pb2.Case) -> str:
        """Wire name of the advice on a case."""
        return self.advice_of(case.examination)

    def advice_of(self, examination: verification_pb2.Examination) -> str:
        """Wire name of the advice of an examination."""
        return verification_pb2.AdviceKind.Name(examination.advice.kind)

    def advice_kind(self, number: int) -> Text:
        """Advice by its number, in a word."""
        return ADVICE.get(verification_pb2.AdviceKind.Name(number), ADVICE_NONE)

    def outcome_word(self, value: str) -> Text:
        """A decision by its small name, such as `clear`."""
        return _word(OUTCOME, f"OUTCOME_{value.upper()}")

    def advice_word(self, case: verification_pb2.Case) -> Text:
        """In a word."""
        return ADVICE.get(self.advice(case), ADVICE_NONE)

    def advice_word_of(self, examination: verification_pb2.Examination) -> Text:
        """In a word."""
        return ADVICE.get(self.advice_of(examination), ADVICE_NONE)

    def freshness(self, provenance: verification_pb2.Provenance) -> str:
        """Wire name of how recent the searched list was."""
        return verification_pb2.ListFreshness.Name(provenance.watchlist_freshness)

    def result(self, name: str) -> Text:
        """One of TR-03135's five results."""
        return RESULT.get(name, NO_RESULT)

    def overall(self, report: verification_pb2.CheckReport) -> str:
        """Wire name of the result over all groups."""
        return verification_pb2.CheckResult.Name(report.overall)

    def track(self, track: str) -> Text:
        """Where a reason comes from."""
        return TRACK.get(track, Text(id=track, en=track))

    def grade(self, hit: watchlist_pb2.Hit) -> Text:
        """How well it matches."""
        return _word(GRADE, watchlist_pb2.Grade.Name(hit.grade))

    def action(self, entry: watchlist_pb2.Entry) -> Text:
        """What the entry tells the officer to do."""
        return _word(ACTION, watchlist_pb2.Action.Name(entry.action))

    def state(self, entry: watchlist_pb2.Entry) -> Text:
        """Whether it is in force."""
        return _word(STATE, watchlist_pb2.EntryState.Name(entry.state))

    def title(self, entry: watchlist_pb2.Entry) -> str:
        """The names, or the documents, or the id."""
        names = ", ".join(name.full for name in entry.names[:3])
        documents = ", ".join(f"{key.issuer} {key.number}".strip() for key in entry.documents[:3])
        return names or documents or entry.name

    def outcome(self, outcome: int) -> Text:
        """A decision."""
        return _word(OUTCOME, verification_pb2.Outcome.Name(outcome))

    def outcome_named(self, outcome: Outcome) -> Text:
        """A decision that can be chosen."""
        return OUTCOME[f"OUTCOME_{outcome.name}"]

    def outcome_value(self, outcome: int) -> str:
        """As the form sends it."""
        name = verification_pb2.Outcome.Name(outcome)
        return name.removeprefix("OUTCOME_").lower()

    def enum(self, kind: str, number: int) -> str:
        """Wire name of a number of an enum in common.proto."""
        return str(getattr(common_pb2, kind).Name(number))

    def value(self, message: Message, field: str) -> bool:
        """An answer, by the field's name."""
        return bool(getattr(message, field))


def _word(words: object, name: str) -> Text:
    found = words.get(name) if isinstance(words, dict) else None
    return found if isinstance(found, Text) else Text(id=name, en=name)
