"""The table at which an exercise is played: commands in, what can be seen out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from console.cli import train_words as words
from console.cli.plain import plain
from console.cli.session import Session
from console.cli.terminal_picture import picture_sequence
from console.cli.train_debrief import tell
from console.training import TrainingRoom
from ledger.errors import LintasError
from ledger.text import Text
from simulator.sandbox.pictures import spec_of
from simulator.scenario.document import Tool
from simulator.session.action import INNER, WHOLE, Action, Ask, Box, Cite, Decide, Look, Scan, Withdraw, Write
from simulator.session.debrief import to_json
from simulator.session.exercises import Place
from simulator.session.view import CaseView, ScanView
from simulator.specimen import View
from verifier.decision import Outcome

_LIGHTS = {Tool.UV: "uv", Tool.IR: "ir"}


class Table:
    """One player at one case after the other. Faults of a command are told, and the exercise goes on."""

    def __init__(
        self,
        room: TrainingRoom,
        place: Place,
        session: Session,
        pictures: Path | None,
        *,
        is_quiet: bool,
        environment: Mapping[str, str],
    ) -> None:
        self._room = room
        self._place = place
        self._session = session
        self._pictures = pictures
        self._is_quiet = is_quiet
        self._environment = environment
        self._number = 0
        self._slot = 0
        self._commands: dict[str, Callable[[list[str]], None]] = {
            "help": self._help,
            "facts": self._facts,
            "questions": self._questions,
            "ask": self._ask,
            "look": self._look,
            "scan": self._scan,
            "cite": self._cite,
            "uncite": self._uncite,
            "write": self._write,
            "decide": self._decide,
        }

    @property
    def is_over(self) -> bool:
        """Decided."""
        return self._view.is_over

    @property
    def _view(self) -> CaseView:
        return self._room.exercises.view(self._place.session_id, self._place.trainee, self._slot)

    def next_case(self) -> bool:
        """Put the next case on the table; False where there is none."""
        if self._slot + 1 >= self._view.of_cases:
            return False
        self._slot += 1
        return True

    def prompt(self) -> None:
        """Where to type; with the time of the exercise."""
        view = self._view
        self._session.out.print(f"[dim]{view.used_s}/{view.budget_s} s[/] > ", end="")

    def do(self, parts: list[str]) -> None:
        """One command."""
        command = self._commands.get(parts[0].lower())
        if command is None:
            self._print(f"[yellow]{self._say(words.NOT_UNDERSTOOD)}[/]")
            return
        try:
            command(parts[1:])
        except LintasError as error:
            self._print(f"[yellow]{plain(error.message)}[/] [dim]({error.reason})[/]")
        except (IndexError, ValueError):
            self._print(f"[yellow]{self._say(words.NOT_UNDERSTOOD)}[/]")

    def show_case(self) -> None:
        """What is there when the traveller steps up."""
        view = self._view
        if view.of_cases > 1:
            self._print(f"\n[bold]{self._say(words.CASE)} {view.case_number}/{view.of_cases}[/]")
        if view.content_note is not None:
            self._print(f"[yellow]{self._say(view.content_note)}[/]")
        self._print(f"\n{self._say(view.briefing)}")
        if view.queue:
            self._print(f"[dim]{view.queue} {self._say(words.QUEUE)}[/]")
        occupation = f" ({self._say(view.occupation)})" if view.occupation else ""
        self._print(f"[bold]{self._say(words.TRAVELLER)}[/]{occupation}: {self._say(view.demeanour)}")
        for key, who, claims in view.companions:
            self._print(f"[bold]{self._say(words.COMPANION)}[/] {plain(key)}: {self._say(who)} «{self._say(claims)}»")
        documents = ", ".join(f"{each.key} ({each.type}, {each.issuer})" for each in view.documents)
        self._print(f"[bold]{self._say(words.DOCUMENTS)}[/]: {plain(documents)}\n")
        self._questions([])
        self._print("[dim]help[/]")

    def debrief(self, *, as_json: bool) -> None:
        """What was hidden, beside what was done, of the case on the table."""
        every = self._room.exercises.debrief(self._place.session_id, self._place.trainee)
        debriefs = tuple(each for each in every if each.slot == self._slot)
        if as_json:
            for debrief in json.loads(to_json(debriefs)):
                print(json.dumps(debrief, ensure_ascii=False))  # noqa: T201 - machines read plain stdout
            return
        for each in debriefs:
            tell(each, self._session.out, self._session.language)

    def leave(self) -> None:
        """Nobody decided."""
        self._session.err.print(self._say(words.LEFT))

    def _help(self, _: list[str]) -> None:
        self._print(self._say(words.HELP))

    def _facts(self, _: list[str]) -> None:
        for number, fact in enumerate(self._view.facts, start=1):
            self._print(f"{number:>3}  {plain(fact.name):<34} {self._say(fact.text)}")

    def _questions(self, _: list[str]) -> None:
        for number, offer in enumerate(self._view.offers, start=1):
            to = f" → {plain(offer.to)}" if offer.to else ""
            self._print(f"{number:>3}  [dim]{offer.act}{to}, {offer.cost_s} s[/]  {self._say(offer.text)}")

    def _ask(self, parts: list[str]) -> None:
        offers = self._view.offers
        keys = [each.key for each in offers]
        key = parts[0] if parts[0] in keys else keys[_index(parts[0], len(keys))]
        said = self._act(Ask(key)).said[-1]
        self._print(f"[dim]{self._say(said.asked)}[/]\n  {self._say(said.answered)}")
        self._questions([])

    def _look(self, parts: list[str]) -> None:
        document = parts[0]
        tool = Tool(parts[1].lower()) if len(parts) > 1 else Tool.EYE
        region = self._region(document, parts[2]) if len(parts) > 2 else WHOLE
        view = self._act(Look(document, tool, region))
        self._print(f"{self._say(words.NOTED)} [dim]{plain(view.looks[-1][0])}[/]")
        self._picture(document, tool, region)

    def _region(self, document: str, text: str) -> Box:
        """A named region of the drawing with a margin, or four fractions."""
        case = self._room.exercises.session(self._place.session_id).case_at(self._place.desk, self._slot)
        key = document.removesuffix(INNER)
        wanted = next((each for each in case.scenario.documents if each.key == key), None)
        if "," in text or wanted is None:
            left, top, right, bottom = (float(part) for part in text.split(","))
            return left, top, right, bottom
        view = View.VISIBLE if document == key else View.INNER
        page = self._room.pictures.page(spec_of(case.scenario, wanted), view)
        if text not in page.boxes:
            raise ValueError(text)
        left, top, right, bottom = page.fraction(text)
        return max(0.0, left - 0.01), max(0.0, top - 0.01), min(1.0, right + 0.01), min(1.0, bottom + 0.01)

    def _picture(self, document: str, tool: Tool, region: Box) -> None:
        if self._pictures is None and not sys.stdout.isatty():
            return
        case = self._room.exercises.session(self._place.session_id).case_at(self._place.desk, self._slot)
        loupe = region if tool is Tool.LOUPE and region != WHOLE else None
        png, _, _ = self._room.pictures.png(case, document, _LIGHTS.get(tool, "visible"), loupe)
        shown = picture_sequence(png, self._environment) if sys.stdout.isatty() and not self._is_quiet else ""
        if shown:
            sys.stdout.write(shown)
        if self._pictures is not None:
            self._pictures.mkdir(parents=True, exist_ok=True)
            self._number += 1
            path = self._pictures / f"{self._number:02d}_{document}_{tool.value}.png"
            path.write_bytes(png)
            self._print(f"{self._say(words.SAVED)}: {plain(str(path))}")

    def _scan(self, parts: list[str]) -> None:
        self._show_scan(self._act(Scan(reports_findings=parts[:1] == ["report"])).scans[-1])

    def _show_scan(self, scan: ScanView) -> None:
        if not scan.link_is_up:
            self._print(f"[yellow]{self._say(words.LINK_DOWN).format(scan.list_age_h)}[/]")
        for line in scan.mrz:
            self._print(f"  {plain(line)}")
        self._print(f"[bold]{scan.advice.upper()}[/]")
        for reason in scan.reasons:
            self._print(f"  {self._say(reason)}")
        for check in scan.checks:
            score = (
                f" {check.score:.2f} (≥ {check.threshold:.2f})" if check.score is not None and check.threshold else ""
            )
            if check.result != "successful" or score:
                self._print(f"  {plain(check.check_id)}: {check.result}{score}")
        for hit in scan.hits:
            names = plain(", ".join(hit.names) or hit.entry)
            self._print(f"  {plain(hit.category)}: {names} {plain(hit.birth_date)} — {hit.grade}, {hit.state}")
        for text in scan.handling:
            self._print(f"  → {self._say(text)}")

    def _cite(self, parts: list[str]) -> None:
        one, other = self._pair(parts)
        self._act(Cite(one, other))
        self._print(self._say(words.NOTED))

    def _uncite(self, parts: list[str]) -> None:
        one, other = self._pair(parts)
        self._act(Withdraw(one, other))
        self._print(self._say(words.NOTED))

    def _pair(self, parts: list[str]) -> tuple[str, str]:
        names = [fact.name for fact in self._view.facts]
        chosen = [part if part in names else names[_index(part, len(names))] for part in parts[:2]]
        return chosen[0], chosen[-1]

    def _write(self, parts: list[str]) -> None:
        self._act(Write(" ".join(parts)))
        self._print(self._say(words.NOTED))

    def _decide(self, parts: list[str]) -> None:
        percent = float(parts[1].rstrip("%"))
        if 0 < percent < 1:
            raise ValueError("a percent, not a fraction: nobody is .9 % sure")
        self._act(Decide(Outcome(parts[0].lower()), percent / 100, " ".join(parts[2:])))

    def _act(self, action: Action) -> CaseView:
        exercises, place = self._room.exercises, self._place
        number = exercises.session(place.session_id).number
        return exercises.act(place.session_id, place.trainee, self._slot, action, f"play-{number}")

    def _say(self, text: Text) -> str:
        return "\n".join(plain(line) for line in self._session.say(text).split("\n"))

    def _print(self, text: str) -> None:
        if not self._is_quiet:
            self._session.out.print(text, soft_wrap=True)


def _index(text: str, count: int) -> int:
    """A number from 1 as a place in a list. Raises IndexError outside it, ValueError for what is no number."""
    number = int(text)
    if not 1 <= number <= count:
        raise IndexError(number)
    return number - 1
