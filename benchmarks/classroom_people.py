"""A trainer and many trainees at browsers without script, for `benchmarks.classroom`."""

from __future__ import annotations

import csv
import http.client
import io
import random
import re
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.console.web.browser import Answer, Browser

_CASE = re.compile(r"<h1>Case (\d+) of")
_ANSWERED_AGAIN_S = 0.3  # how long after the first a second press of the same button comes, at most
_SCRIPT_WAITS_S = 0.2  # classroom.js: a random wait before it asks again, so that phones do not come all at once


@dataclass
class Trainee:
    """One phone. `seen_at` is when the page of each case was in hand, by case number."""

    browser: Browser
    chance: random.Random
    seen_at: dict[int, float] = field(default_factory=dict)
    page: Answer | None = None

    @property
    def case(self) -> int:
        """Number of the case on the screen, 0 while waiting."""
        found = _CASE.search(self.page.text) if self.page else None
        return int(found[1]) if found else 0

    def look(self) -> None:
        """Ask for the page, as a reload does."""
        self.page = self.browser.get("/play")
        self.seen_at.setdefault(self.case, time.perf_counter())

    def follow(self, stop: threading.Event, started: threading.Barrier) -> None:
        """Listen to the news as classroom.js does: wait a little, ask again."""
        where = urlsplit(self.browser.url)
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)
        cookie = "; ".join(f"{name}={value}" for name, value in self.browser.cookies.items())
        connection.request("GET", "/play/events", headers={"Cookie": cookie})
        stream = connection.getresponse()
        started.wait()
        while not stop.is_set():
            line = stream.readline()
            if not line:
                break
            if line.startswith(b"event: changed"):
                time.sleep(self.chance.random() * _SCRIPT_WAITS_S)
                self.look()
        connection.close()

    def answer(self) -> Decided:
        """Decide the case on the screen, and press the button a second time as impatient people do."""
        if self.page is None:
            self.look()
        page = self.page
        if page is None:
            raise RuntimeError("no page")
        fields = {
            "form_token": page.hidden("form_token"),
            "slot": page.hidden("slot"),
            "request_id": f"{page.hidden('request_id')}-d",
            "outcome": self.chance.choice(("clear", "refer", "protect")),
            "confidence": "70",
            "reason": "",
        }
        return Decided(self.browser, fields, self.chance.random() * _ANSWERED_AGAIN_S)


@dataclass
class Decided:
    """One decision on its way: it may be sent again with the same request id."""

    browser: Browser
    fields: dict[str, str]
    again_after_s: float
    is_accepted: bool = False

    def send(self) -> bool:
        """Whether the server took it; False where nothing came back."""
        try:
            answer = self.browser.post("/play/decide", self.fields, follow=False)
        except (OSError, http.client.HTTPException):
            return False
        took = answer.status == 303 and "decided=1" in answer.headers.get("location", "")
        self.is_accepted |= took
        return took


def seated(url: str, code: str, number: int) -> Trainee:
    """Join by code."""
    browser = Browser(url)
    answer = browser.form(f"/join?code={code}", "/join/sit", {"code": code, "nickname": f"Trainee {number}"})
    if not answer.path.startswith("/play"):
        raise RuntimeError(f"not seated: {answer.says[:300]}")
    return Trainee(browser, random.Random(number))


@dataclass(frozen=True, slots=True)
class Trainer:
    """Has one session open."""

    browser: Browser
    path: str
    code: str

    @classmethod
    def opening(cls, url: str, name: str, password: str, cases: int) -> Trainer:
        """Sign in and open a session of dealt cases, paced by the trainer."""
        browser = Browser(url)
        browser.sign_in(name, password)
        fields = {"title": "Benchmark", "deal_count": str(cases), "prevalence": "50", "pace": "trainer", "seed": "7"}
        page = browser.form("/classroom", "/classroom/open", fields)
        found = re.search(r'class="code">(\w+)<', page.text)
        if found is None:
            raise RuntimeError(f"no session: {page.says[:300]}")
        return cls(browser, page.path.partition("?")[0], found[1])

    def pace(self, what: str) -> float:
        """Press a button of the session's page; gives the time at which it was pressed."""
        token = self.browser.get(self.path).hidden("form_token")
        pressed = time.perf_counter()
        fields = {"form_token": token, "what": what, "code": self.code}
        answer = self.browser.post(f"{self.path}/pace", fields, follow=False)
        if answer.status != 303:
            raise RuntimeError(f"{what}: {answer.status} {answer.says[:300]}")
        return pressed

    def decision_count(self) -> int:
        """Decisions of the whole class, by the table that the trainer can take home."""
        rows = csv.DictReader(io.StringIO(self.browser.get(f"{self.path}/report.csv").text))
        return sum(bool(row["decision"]) for row in rows)


def together(work: Sequence[Callable[[], object]], spread_s: float = 0.0) -> None:
    """Everybody at once, or each at a moment of their own within `spread_s`."""
    chance = random.Random(len(work))

    def one(each: Callable[[], object]) -> None:
        time.sleep(chance.random() * spread_s)
        each()

    with ThreadPoolExecutor(len(work)) as pool:
        list(pool.map(one, work))
