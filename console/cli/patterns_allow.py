"""`lintas patterns allow` and `allowances`: who sends many travellers lawfully."""

from __future__ import annotations

import json
import uuid
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from console.cli.plain import plain
from console.cli.session import Json, session_of, told_plainly
from ledger.errors import Fault, LintasError, invalid_field
from verifier.patterns.allowance import Allowance, AllowanceKind, SubjectKind
from verifier.patterns.keys import KeyKind, Keyring


def allow(
    context: typer.Context,
    kind: Annotated[AllowanceKind, typer.Option("--kind", help="What makes it lawful.")],
    ground: Annotated[str, typer.Option("--ground", help="Licence, letter or decision that was seen.")],
    until: Annotated[datetime, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DATE", help="Last day.")],
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")] = None,
    agency: Annotated[str, typer.Option("--agency", metavar="LICENCE")] = "",
    booking: Annotated[str, typer.Option("--booking", metavar="HASH", help="As terminals send it.")] = "",
    payer: Annotated[str, typer.Option("--payer", metavar="HASH", help="As terminals send it.")] = "",
    contact: Annotated[str, typer.Option("--contact", metavar="TELEPHONE|HASH", help="Is kept as a hash.")] = "",
) -> None:
    """Record who sends many travellers lawfully. Their patterns are then counted as explained, not shown as leads."""
    session = session_of(context)
    with told_plainly():
        from console.crossing_record import open_keyring  # noqa: PLC0415 - loads the data base
        from console.wiring import open_database  # noqa: PLC0415
        from verifier.sql.allowances import SqlAllowances  # noqa: PLC0415

        keyring = open_keyring(session.settings)
        if keyring is None:
            raise LintasError(
                Fault.PRECONDITION, "CONTACT_KEY", "no crossings are recorded: set LINTAS_CONTACT_KEY_FILE first"
            )
        zone = ZoneInfo(session.settings.time_zone)
        now = datetime.now(zone)
        subject_kind, text, key = _subject(keyring, agency=agency, booking=booking, payer=payer, contact=contact)
        made = Allowance(
            allowance_id=str(uuid.uuid4()),
            kind=kind,
            subject_kind=subject_kind,
            subject_text=text,
            subject_key=key,
            ground=ground,
            valid_from=since.replace(tzinfo=zone) if since else now,
            valid_until=until.replace(tzinfo=zone) + timedelta(days=1),
            allowed_by=session.actor.officer_id,
        )
        with open_database(session.settings) as database:
            SqlAllowances(database).grant(made, session.actor, now)
    session.out.print(f"allowed until {until:%Y-%m-%d}: {made.allowance_id}", highlight=False)


def _subject(
    keyring: Keyring, *, agency: str, booking: str, payer: str, contact: str
) -> tuple[SubjectKind, str | None, int | None]:
    given = {"--agency": agency, "--booking": booking, "--payer": payer, "--contact": contact}
    named = [name for name, value in given.items() if value.strip()]
    if len(named) != 1:
        raise invalid_field("subject", f"give one of {', '.join(given)}")
    match named[0]:
        case "--agency":
            return SubjectKind.AGENCY, keyring.agency_id(agency, ""), None
        case "--booking":
            return SubjectKind.BOOKING, None, keyring.key(KeyKind.BOOKING, booking.strip())
        case "--payer":
            return SubjectKind.PAYER, None, keyring.key(KeyKind.PAYER, payer.strip())
        case _:
            return SubjectKind.CONTACT, None, keyring.contact_key(contact)


def allowances(context: typer.Context, as_json: Json = False) -> None:
    """List all allowances, with ground, end and who gave them."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_database  # noqa: PLC0415 - loads the data base
        from verifier.sql.allowances import SqlAllowances  # noqa: PLC0415

        session.check_database()
        with open_database(session.settings) as database:
            found = SqlAllowances(database).all()
    for each in found:
        subject = each.subject_text or "(hashed)"
        if as_json:
            row = {
                "id": each.allowance_id,
                "kind": each.kind.value,
                "subject_kind": each.subject_kind.value,
                "subject": each.subject_text,
                "ground": each.ground,
                "valid_from": each.valid_from.isoformat(),
                "valid_until": each.valid_until.isoformat(),
                "allowed_by": each.allowed_by,
            }
            print(json.dumps(row, ensure_ascii=False))  # noqa: T201 - machines read it
            continue
        ends = f"{each.valid_until:%Y-%m-%d}"
        line = f"{each.subject_kind.value} {subject}: {session.say(each.kind.text)}, until {ends}, {each.ground}"
        session.out.print(plain(line), highlight=False)
