"""The form that opens a session: what was chosen, and what is wrong with it, beside the field where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from console.web.classroom.dealing import TooFewError, Wish, deal
from console.web.form import Form
from ledger.text import Text
from lintas.v1 import training_pb2 as wire

MOST_CASES: Final = 40
_LONGEST_TITLE: Final = 100
MODES: Final = {"solo": "SESSION_MODE_SOLO", "two_seat": "SESSION_MODE_TWO_SEAT"}
PACES: Final = {
    "trainer": "SESSION_PACE_TRAINER",
    "self": "SESSION_PACE_SELF",
    "adaptive": "SESSION_PACE_SELF",
}
FEEDBACK: Final = {"case": "SESSION_FEEDBACK_CASE", "end": "SESSION_FEEDBACK_END"}
FORMS: Final = {"practice": "PARALLEL_FORM_PRACTICE", "pre": "PARALLEL_FORM_PRE", "post": "PARALLEL_FORM_POST"}
_VARIANTS: Final = {"practice": 0, "pre": 1, "post": 2}  # the forms of one number are other variants of the same cases

_MANY: Final = frozenset({"scenario", "topic", "competency"})
_BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    "count": (1, MOST_CASES),
    "minutes": (0, 480),
    "stopped": (2, 50),
    "seed": (1, 10**6),
}


def fresh_values(now: datetime, title: str) -> dict[str, Any]:
    """What the form says before anybody touches it."""
    return {
        "title": f"{title} {now:%Y-%m-%d}",
        "form": "practice",
        "cases": "deal",
        "count": "8",
        "minutes": "0",
        "stopped": "50",
        "seed": str(now.timetuple().tm_yday * 100 + now.hour),
        "variants": "1",
        "level": "",
        "pace": "trainer",
        "feedback": "",
        "mode": "solo",
        "scenario": (),
        "topic": (),
        "competency": (),
    }


@dataclass(slots=True)
class Opening:
    """`values` are what the form says, `errors` sentences by field, `chosen` the cases in their order.

    `pool` is what adaptive dealing chooses from, a desk at a time.
    """

    values: dict[str, Any]
    scenarios: Sequence[wire.ScenarioSummary]
    errors: dict[str, Text] = field(default_factory=dict)
    chosen: list[wire.ScenarioSummary] = field(default_factory=list)
    pool: list[wire.ScenarioSummary] = field(default_factory=list)

    @property
    def seconds(self) -> int:
        """How long all cases together are planned to take."""
        return sum(each.time_budget_s for each in self.chosen)

    def request(self) -> wire.OpenSessionRequest:
        """The order, once nothing is wrong."""
        values = self.values
        form = values["form"]
        is_test = form != "practice"
        seed = int(values["seed"])
        variant = seed * 10 + _VARIANTS[form] if values["variants"] == "1" or is_test else 0
        is_adaptive = values["pace"] == "adaptive"
        cases = self.pool if is_adaptive else self.chosen
        return wire.OpenSessionRequest(
            title=values["title"],
            mode=MODES[values["mode"]],
            pace=PACES[values["pace"]],
            feedback=FEEDBACK[values["feedback"] or ("end" if is_test else "case")],
            seed=seed,
            slots=[wire.SessionSlot(scenarios=[each.key], variant=variant, form=FORMS[form]) for each in cases],
            deal_adaptively=is_adaptive,
            deal_count=min(int(values["count"]), len(cases)) if is_adaptive else 0,
            prevalence=int(values["stopped"]) / 100 if is_adaptive else 0.0,
        )


def read_opening(form: Form, scenarios: Sequence[wire.ScenarioSummary], fresh: Mapping[str, Any]) -> Opening:
    """What was sent; fields that are missing are as in a fresh form. Never raises: what is wrong stands in `errors`."""
    values = {name: form.texts(name) if name in _MANY else _one(form, name, fresh[name]) for name in fresh}
    if not form.text("cases") and any(values["scenario"]):
        values["cases"] = "choose"
    values["variants"] = form.text("variants")
    opening = Opening(values, scenarios)
    _check_words(opening)
    _check_numbers(opening)
    _choose_cases(opening)
    _check_adaptive(opening)
    return opening


def _one(form: Form, name: str, fresh: str) -> str:
    return form.text(name) if name in form.values else fresh


def _check_words(opening: Opening) -> None:
    values = opening.values
    if not 1 <= len(values["title"]) <= _LONGEST_TITLE:
        opening.errors["title"] = Text(
            id=f"Beri judul, paling panjang {_LONGEST_TITLE} huruf.",
            en=f"Give it a title of at most {_LONGEST_TITLE} characters.",
        )
    known: tuple[tuple[str, Mapping[str, object]], ...] = (("form", FORMS), ("pace", PACES), ("mode", MODES))
    for name, choices in (*known, ("feedback", {"": "", **FEEDBACK}), ("cases", {"deal": "", "choose": ""})):
        if values[name] not in choices:
            opening.errors[name] = Text(id="Pilih salah satu.", en="Choose one of these.")


def _check_numbers(opening: Opening) -> None:
    for name, (least, most) in _BOUNDS.items():
        text = opening.values[name]
        if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
            opening.errors[name] = Text(
                id=f"Tulis angka dari {least} sampai {most}.", en=f"Write a number from {least} to {most}."
            )


def _choose_cases(opening: Opening) -> None:
    chooser: Callable[[Opening], None] = _ticked if opening.values["cases"] == "choose" else _dealt
    if "cases" not in opening.errors:
        chooser(opening)


def _check_adaptive(opening: Opening) -> None:
    if opening.values["pace"] == "adaptive" and opening.values["form"] != "practice":
        opening.errors["pace"] = Text(
            id="Tes memberi semua orang kasus yang sama: pilih cara lain.",
            en="A test gives everybody the same cases: choose another pace.",
        )


def _ticked(opening: Opening) -> None:
    known = {each.key: each for each in opening.scenarios}
    wanted = [key for key in opening.values["scenario"] if key]
    opening.chosen = [known[key] for key in dict.fromkeys(wanted) if key in known]
    opening.pool = opening.chosen
    if not opening.chosen:
        opening.errors["scenario"] = Text(id="Centang sedikitnya satu kasus.", en="Tick one case at least.")
    elif len(opening.chosen) > MOST_CASES:
        opening.errors["scenario"] = Text(
            id=f"Paling banyak {MOST_CASES} kasus dalam satu sesi.", en=f"At most {MOST_CASES} cases in one session."
        )


def _dealt(opening: Opening) -> None:
    if not opening.errors.keys().isdisjoint(_BOUNDS):
        return
    values = opening.values
    wish = Wish(
        count=int(values["count"]),
        seed=int(values["seed"]),
        stopped=int(values["stopped"]),
        minutes=int(values["minutes"]),
        topics=frozenset(values["topic"]),
        competencies=frozenset(values["competency"]),
        level=values["level"],
    )
    try:
        opening.chosen = deal(opening.scenarios, wish)
        opening.pool = [each for each in opening.scenarios if wish.fits(each)]
    except TooFewError as few:
        opening.errors["count"] = Text(
            id=f"Hanya {few.to_stop} kasus yang perlu dihentikan dan {few.innocent} kasus tanpa masalah yang sesuai. "
            "Minta lebih sedikit, ubah perbandingannya, atau longgarkan pilihan.",
            en=f"Only {few.to_stop} cases to be stopped and {few.innocent} innocent ones fit. "
            "Ask for fewer, change the mix, or loosen the choice.",
        )
