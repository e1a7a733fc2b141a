"""The booth over HTTP: examine, correct, decide, confirm; and everything that people and their files do wrong."""

from __future__ import annotations

import json
import re
import struct
import uuid
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from console.client import connected, new_request_id
from ledger.actor import Actor, Role
from lintas.v1 import verification_pb2, watchlist_pb2
from tests.console.web.browser import Answer, Browser
from tests.console.web.conftest import SAMPLES, Console, SignedIn
from tests.verifier.people import GOOD, UTOPIA

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def examine(browser: Browser, lines: tuple[str, ...] = GOOD, /, **fields: str) -> Answer:
    values = {"request_id": str(uuid.uuid4()), "mrz_lines": "\n".join(lines), **fields}
    return browser.form("/booth", "/booth/examine", values)


def examine_picture(browser: Browser, content: bytes, **fields: str) -> Answer:
    token = browser.get("/booth").hidden("form_token")
    values = {"form_token": token, "request_id": str(uuid.uuid4()), **fields}
    return browser.post("/booth/examine", values, files={"image": ("page.jpg", content)})


def decide(browser: Browser, page: Answer, outcome: str, **fields: str) -> Answer:
    values = {
        "form_token": page.hidden("form_token"),
        "request_id": str(uuid.uuid4()),
        "etag": page.hidden("etag"),
        "outcome": outcome,
        **fields,
    }
    return browser.post(f"{page.path.partition('?')[0]}/decide", values)


def case_of(console: Console, page: Answer) -> verification_pb2.Case:
    name = page.path.removeprefix("/booth/").partition("?")[0]
    with connected(console.grpc_address, Actor("tests", "tests", Role.SUPERVISOR)) as client:
        return client.get_case(name)


def test_a_picture_is_examined_and_decided(console: Console, officer: Browser) -> None:
    page = examine_picture(officer, (SAMPLES / "01_plain_passport.jpg").read_bytes())
    assert page.status == 200
    for expected in ("CLEAR", "CENDANASARI", "1991-04-17", "check digit right", "Searched 5 entries"):
        assert expected in page.says
    assert 'data-band="' in page.text
    done = decide(officer, page, "clear")
    assert "The decision is recorded." in done.says
    case = case_of(console, page)
    assert case.outcome == verification_pb2.OUTCOME_CLEAR
    # the proven actor, not what a browser might claim
    assert (case.actor.officer_id, case.actor.device_id) == ("sari", "booth-3")


def test_a_listed_person_is_shown_with_evidence_and_action(officer: Browser) -> None:
    page = examine_picture(officer, (SAMPLES / "04_watchlisted.jpg").read_bytes())
    for expected in ("REFER", "1 possible match", "refuse entry", "Evidence for and against", "strongly for"):
        assert expected in page.says
    # nothing of it where others may see it
    title = re.findall(r"<title>(.*?)</title>", page.text)[0]
    assert re.fullmatch(r"Case [0-9a-f]{8} · Lintas", title)


def test_the_page_is_held_against_the_mrz_and_kept_for_the_next_time(officer: Browser) -> None:
    first = examine(officer)
    again = {
        "form_token": first.hidden("form_token"),
        "request_id": str(uuid.uuid4()),
        "again_of": first.path.removeprefix("/booth/"),
        "surname": "SANTOSO",
        "given_names": "BUDI",
        "birth_date": "13-03-1985",
        "sex": "SEX_MALE",
        "direction": "DIRECTION_DEPARTURE",
        "purpose": "PURPOSE_WORK",
        "origin_0": "cgk",
        "destination_0": "sin",
        "payer": "PAYER_AGENCY",
        "one_way": "yes",
        "group_size": "4",
        "member_0": EVIL,
        "relation_0": "uncle",
        "age_0": "40",
        "holds_0": "yes",
        "cues_shown": "1",
        "visa_class": "VISA_CLASS_VISIT",
        "max_stay_days": "30",
    }
    second = officer.post("/booth/examine", [*again.items(), ("cue", "TIP-020"), ("counter", "CTR-04")])
    assert second.status == 200
    assert "differs" in second.says
    assert 'value="1985-03-13"' in second.text
    for kept in ('value="CGK"', 'value="uncle"', '<option value="PURPOSE_WORK" selected', 'value="TIP-020" checked'):
        assert kept in second.text
    assert "Questions to ask, calmly and alone" in second.says
    # what no field of the form shows is kept as it is
    third = officer.post(
        "/booth/examine",
        {
            "form_token": second.hidden("form_token"),
            "request_id": str(uuid.uuid4()),
            "again_of": second.path.removeprefix("/booth/"),
        },
    )
    assert 'value="CGK"' in third.text
    assert 'value="TIP-020" checked' in third.text


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"surname": "X", "birth_date": "31-02-1985"}, "Date of birth"),
        ({"surname": "X", "birth_date": "soon"}, "Date of birth"),
        ({"surname": "X", "sex": "SEX_OTHER"}, "Sex: choose from the list"),
        ({"surname": "x" * 2000}, "Surname"),
        ({"direction": "", "group_size": "-1"}, "Persons in the booking: a number from 1 to 10000"),
        ({"direction": "", "age_0": "two"}, "Companion 1: age"),
        ({"direction": "SIDEWAYS"}, "Direction"),
        ({"direction": "", "stay_until": "2027-13-01"}, "Stay until: a date such as"),
    ],
)
def test_a_wrong_field_is_named(officer: Browser, fields: dict[str, str], named: str) -> None:
    answer = examine(officer, **fields)
    assert answer.status == 400
    assert named in answer.says
    assert not re.search(r"visual_zone|journey\.|[a-z]_[a-z]", answer.says)


def test_the_same_form_twice_is_one_case(officer: Browser) -> None:
    fields = {"form_token": officer.get("/booth").hidden("form_token"), "request_id": str(uuid.uuid4())}
    fields["mrz_lines"] = "\n".join(GOOD)
    with ThreadPoolExecutor(4) as pool:
        paths = {answer.path for answer in pool.map(lambda _: officer.post("/booth/examine", fields), range(4))}
    assert len(paths) == 1
    changed = officer.post("/booth/examine", {**fields, "mrz_lines": "\n".join(UTOPIA)})
    assert changed.status == 409
    assert "already" in changed.says


def test_a_decision_sent_twice_is_one_decision(console: Console, officer: Browser) -> None:
    page = examine(officer)
    fields = {"request_id": str(uuid.uuid4())}
    first, second = (decide(officer, page, "clear", **fields) for _ in range(2))
    assert (first.status, second.status) == (200, 200)
    assert len(case_of(console, page).decisions) == 1


def test_nobody_decides_on_what_they_have_not_seen(console: Console, signed_in: SignedIn) -> None:
    one, other = signed_in("sari"), signed_in("dewi")
    page = examine(one)
    seen = other.get(page.path)
    decide(one, page, "refer")
    late = decide(other, seen, "clear")
    assert late.status == 409
    assert "changed meanwhile" in late.says
    assert len(case_of(console, page).decisions) == 1


def test_a_second_person_confirms_with_their_own_account(console: Console, signed_in: SignedIn) -> None:
    officer, second = signed_in("sari"), signed_in("budi")
    page = examine(officer)
    waiting = decide(officer, page, "hold", reason_code="IDENTITY_UNCLEAR", note="menunggu\nkedutaan")
    assert "when a second person confirms it" in waiting.says
    assert "A colleague must confirm it" in waiting.says
    case = case_of(console, page)
    confirm = {"outcome": "hold", "confirms": case.decisions[0].decision_id}
    own = decide(officer, waiting, **confirm)
    assert own.status == 403
    assert "must be somebody else" in own.says
    short = case.name.removeprefix("cases/")[:8]
    assert short in second.get("/booth/cases?view=awaiting").says
    seen = second.get(page.path)
    assert "Confirm as second person: Hold" in seen.says
    done = decide(second, seen, **confirm)
    assert "the decision is in force" in done.says
    assert "confirmed by budi" in done.says
    assert short not in second.get("/booth/cases?view=awaiting").says


@pytest.mark.parametrize(
    ("outcome", "fields", "status", "says"),
    [
        ("", {}, 400, "Outcome: choose a decision first"),
        ("explode", {}, 400, "Outcome"),
        ("refuse", {"reason_code": "DOCUMENT_FALSE"}, 409, "Own nationals are never refused"),
        ("defer", {}, 400, "needs a reason"),
        ("defer", {"reason_code": "BECAUSE"}, 400, "Reason"),
        ("clear", {"emergency": "1"}, 400, "Only protection can be an emergency"),
        ("clear", {"note": "x" * 2001}, 400, "Note: at most 2000 characters"),
        ("clear", {"etag": "x"}, 409, "changed meanwhile"),
        ("clear", {"request_id": "x"}, 400, "Form"),
        ("clear", {"confirms": "nothing"}, 404, ""),
    ],
)
def test_what_may_not_be_decided_says_why(
    officer: Browser, outcome: str, fields: dict[str, str], status: int, says: str
) -> None:
    answer = decide(officer, examine(officer), outcome, **fields)
    assert answer.status == status
    assert says in answer.says


def png(width_px: int, height_px: int) -> bytes:
    """A small file that unfolds into many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes((width_px + 1) * height_px), 9)
    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


HOSTILE = {
    "text": (b"I am a passport", 400),
    "html": (b"<html><script>alert(1)</script>", 400),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 400),
    "pdf": (b"%PDF-1.7 nothing", 400),
    "zip": (b"PK\x03\x04" + bytes(500), 400),
    "gif": (b"GIF89a" + bytes(60), 400),
    "cut jpeg": ((SAMPLES / "01_plain_passport.jpg").read_bytes()[:9000], 400),
    "bomb": (png(20_000, 20_000), 413),
    "nine mebibytes": (b"\xff\xd8\xff" + bytes(9 << 20), 413),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_uploads_get_a_helpful_page(officer: Browser, name: str) -> None:
    content, status = HOSTILE[name]
    answer = examine_picture(officer, content)
    assert answer.status == status, answer.says
    assert 'id="fault"' in answer.text
    assert "alert(1)" not in answer.text


def test_nothing_at_all_is_told_so(officer: Browser) -> None:
    answer = examine_picture(officer, b"")
    assert answer.status == 400
    assert "No document yet" in answer.says


def test_markup_in_free_text_stays_text(console: Console, officer: Browser) -> None:
    markup = "<SCRIPT>ALERT(1)</SCRIPT>"
    entry = f"X-1,person,entry_ban,refuse_entry,Authority {markup},SANTOSO BUDI{markup}|SANTOSO BUDI,,,,,,,,,,,,"
    head = (SAMPLES / "demo_watchlist.csv").read_bytes().splitlines()[0]
    header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="evil", source="lintas-csv")
    with connected(console.grpc_address, Actor("tests", "tests", Role.SUPERVISOR)) as client:
        client.import_entries(header, [[head + b"\n" + entry.encode() + b"\n"]])
    page = examine(officer, surname=EVIL, agency=EVIL, direction="", member_0=EVIL, birth_place=EVIL)
    done = decide(officer, page, "hold", reason_code="OTHER_BY_LAW", note=EVIL)
    record = officer.get(page.path + "/record")
    weird = examine(officer, (EVIL.upper(), "<" * 44))
    back = Browser(console.url)
    login = back.get(f"/login?back=/%22%3E{EVIL}".replace(" ", "%20"))
    refused = back.sign_in(EVIL, "x", device=EVIL)
    for answer in (page, done, record, weird, login, refused, officer.get("/booth"), officer.get("/booth/cases")):
        assert answer.status in {200, 401}
        assert not re.search(r"<script(?![^>]*src=)|<img[^>]*onerror|<SCRIPT", answer.text), answer.path


def test_cases_of_others_are_for_supervisors_and_auditors(signed_in: SignedIn) -> None:
    page = examine(signed_in("sari"))
    short = page.path.rpartition("/")[2][:8]
    assert short not in signed_in("dewi").get("/booth/cases").says
    assert signed_in("dewi").get("/booth/cases?view=all").status == 404
    assert short in signed_in("wati").get("/booth/cases?view=all").says
    auditor = signed_in("agus")
    assert short in auditor.get("/booth/cases").says
    seen = auditor.get(page.path)
    assert "Record the decision" not in seen.says
    token = seen.hidden("form_token")
    assert auditor.post(f"{page.path}/decide", {"form_token": token}).status == 403


def test_lists_of_cases_go_on(officer: Browser) -> None:
    for _ in range(26):
        examine(officer)
    first = officer.get("/booth/cases")
    (older,) = re.findall(r'href="([^"]+)" rel="next"', first.text)
    second = officer.get(older.replace("&amp;", "&"))
    names = [set(re.findall(r"/booth/cases/([0-9a-f-]{36})", page.text)) for page in (first, second)]
    assert len(names[0]) == 25
    assert names[1]
    assert not names[0] & names[1]


def test_the_record_holds_everything_and_no_form(officer: Browser) -> None:
    page = examine_picture(officer, (SAMPLES / "04_watchlisted.jpg").read_bytes())
    record = officer.get(f"{page.path}/record")
    for expected in ("Record of an examination", "KOVARICEK", "refuse entry", "Signature", "list version"):
        assert expected in record.says
    assert "<form" not in record.text.partition("<article")[2].partition("</article>")[0]
    saved = officer.get(f"{page.path}/record.json")
    assert saved.headers["content-disposition"].startswith('attachment; filename="lintas-')
    assert json.loads(saved.body)["examination"]["mrz"]["layout"] == "TD3"


def test_unknown_cases_are_not_found(officer: Browser) -> None:
    assert officer.get(f"/booth/cases/{uuid.uuid4()}").status == 404
    answer = examine(officer, again_of="cases/unknown")
    assert answer.status == 404
    assert examine(officer, again_of="../etc/passwd").status == 400


def test_a_wrong_language_or_page_token_is_no_fault_of_the_inside(officer: Browser) -> None:
    assert officer.get("/booth/cases?page=nonsense").status == 400
    assert officer.get("/language/xx?back=/booth").path == "/booth"
