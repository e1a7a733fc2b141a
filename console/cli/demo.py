"""`lintas demo`: the whole line at work on bundled synthetic documents, then a service to try."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import platformdirs
import typer

from console.accounts.demo import NAMES, PASSWORD
from console.cli.inputs import parse_date
from console.cli.serve import wait_for_signal
from console.cli.session import Session, session_of, told_plainly
from console.cli.verdict import Verdict
from console.client import Client, connected, new_request_id
from console.settings import Settings
from ledger.actor import Actor, Role
from ledger.text import Text
from lintas.v1 import supervision_pb2, verification_pb2, watchlist_pb2

if TYPE_CHECKING:
    from console.wiring import House

_SEX = {"F": "SEX_FEMALE", "M": "SEX_MALE", "X": "SEX_X", "": "SEX_UNSPECIFIED"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One bundled document with its story and what is printed on its page."""

    file: str
    image: bytes
    story: Text
    visual_zone: verification_pb2.VisualZone


def demo(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Examine the samples and stop.")] = False,
) -> None:
    """Examine the bundled synthetic samples through the real gRPC port, then stay up until Ctrl-C.

    Uses a data base of its own: nothing here touches live data.
    """
    session = session_of(context)
    logging.basicConfig(level=logging.WARNING)
    folder = Path(platformdirs.user_data_dir("lintas"))
    own = {"database_url": f"sqlite:///{folder / 'demo.sqlite'}", "training_file": str(folder / "demo_training.sqlite")}
    settings = session.settings.model_copy(update=own)
    with told_plainly(), _service(session, settings) as address:
        _import_list(session, address)
        with connected(address, session.actor) as client:
            for sample in samples():
                _examine(session, client, sample)
        session.out.print(
            f"The service is up. gRPC: [bold]{address}[/] (loopback only). Data bases: {folder}\n"
            f"Try:  lintas examine IMAGE --server {address}     lintas case list --server {address}"
        )
        if not once:
            session.out.print("Ctrl-C stops it.")
            wait_for_signal(session)


@contextmanager
def _service(session: Session, settings: Settings) -> Iterator[str]:
    """The service on its usual port, or on any free one where that is taken."""
    from console.server import ListenError, serving  # noqa: PLC0415 - other commands need no server
    from console.wiring import open_house  # noqa: PLC0415

    with ExitStack() as stack:
        house = stack.enter_context(open_house(settings))
        try:
            address = stack.enter_context(serving(house, settings))
        except ListenError:
            address = stack.enter_context(serving(house, settings.model_copy(update={"listen": "127.0.0.1:0"})))
        if settings.web_listen:
            stack.enter_context(_console(session, house, settings, address))
        yield address


@contextmanager
def _console(session: Session, house: House, settings: Settings, address: str) -> Iterator[None]:
    """The console on its usual port, or on any free one; with accounts that everybody knows."""
    from console.server import ListenError  # noqa: PLC0415
    from console.web.server import web_serving  # noqa: PLC0415

    with ExitStack() as stack:
        try:
            url = stack.enter_context(web_serving(house, settings, address, is_demo=True))
        except ListenError:
            free = settings.model_copy(update={"web_listen": "127.0.0.1:0"})
            url = stack.enter_context(web_serving(house, free, address, is_demo=True))
        session.out.print(f"Console: [bold]{url}[/]  accounts: {', '.join(NAMES)}  password: {PASSWORD}")
        yield


def _folder() -> Traversable:
    return resources.files("console") / "samples"


def samples() -> Iterator[Sample]:
    """The bundled documents, in the order of their stories."""
    for row in json.loads((_folder() / "samples.json").read_text("utf-8")):
        story = Text(id=row["story"]["id"], en=row["story"]["en"])
        image = (_folder() / row["file"]).read_bytes()
        yield Sample(row["file"], image, story, _visual_zone(row["visual_zone"]))


def _visual_zone(row: dict[str, Any]) -> verification_pb2.VisualZone:
    dates = {name: parse_date(row[name], name) for name in ("birth_date", "expiry_date") if row.get(name)}
    texts = {name: text for name, text in row.items() if name not in {"birth_date", "expiry_date", "sex"}}
    return verification_pb2.VisualZone(**texts, **dates, sex=_SEX[row.get("sex", "")])


def _import_list(session: Session, address: str) -> None:
    """Two supervisors, as the law asks: one proposes the list, the other agrees."""
    one, other = (Actor(session.actor.device_id, name, Role.SUPERVISOR) for name in ("demo-rina", "demo-tono"))
    header = watchlist_pb2.ImportHeader(
        request_id=new_request_id(), list_id="demo", source="lintas-csv", reason="the list of the demonstration"
    )
    with connected(address, one) as client:
        answer = client.import_entries(header, [[(_folder() / "demo_watchlist.csv").read_bytes()]])
    if not answer.proposal:
        return
    with connected(address, other) as client:
        proposal = client.get_proposal(answer.proposal)
        client.review_change(
            supervision_pb2.ReviewChangeRequest(
                request_id=new_request_id(),
                name=proposal.name,
                etag=proposal.etag,
                decision=supervision_pb2.PROPOSAL_STATE_APPROVED,
            )
        )


def _examine(session: Session, client: Client, sample: Sample) -> None:
    """Examine, and read again where that is the advice, as an officer would."""
    request = verification_pb2.ExamineRequest(image=sample.image, visual_zone=sample.visual_zone)
    session.out.print()
    session.out.print(session.say(sample.story), style="italic")
    for is_retry in (False, True):
        request.request_id = new_request_id()
        request.retry = is_retry
        case = client.examine(request)
        session.out.print(Verdict(session.language).panel(case, title=sample.file + (" (2)" if is_retry else "")))
        if case.examination.advice.kind != verification_pb2.ADVICE_KIND_RETRY:
            return
