"""The watchlist desk over HTTP: two supervisors, one entry, and everything that could go wrong."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, datetime, timedelta

import pytest

from console.client import connected, new_request_id
from ledger.actor import Actor, Role
from lintas.v1 import exclusions_pb2, watchlist_pb2
from tests.console.web.browser import Answer, Browser
from tests.console.web.conftest import Console, SignedIn

_NIK = itertools.count(1)
LIST = "entry_id,kind,category,action,authority,names,birth_dates\n"


def ban(name: str, **parts: str) -> dict[str, str]:
    today = datetime.now(UTC).date()
    return {
        "kind": "ENTRY_KIND_PERSON",
        "category": "CATEGORY_TRAVEL_BAN",
        "action": "ACTION_REFUSE_DEPARTURE",
        "confidentiality": "CONFIDENTIALITY_OFFICIAL",
        "authority": "Kejaksaan",
        "legal_ground": "UU 6/2011",
        "remarks": "a case",
        "names": f"{name}\n{name} ALIAS",
        "birth_dates": "1981-07-06",
        "birth_places": "CURUP",
        "sex": "SEX_MALE",
        "nationalities": "IDN",
        "identity_numbers": f"17010181070600{next(_NIK):02}",
        "documents": "IDN X1234567 P",
        "photo_reference": "kejaksaan/1",
        "valid_from": (today - timedelta(days=1)).isoformat(),
        "valid_until": (today + timedelta(days=150)).isoformat(),
        "reason": "letter 12",
    } | parts


def propose(browser: Browser, fields: dict[str, str]) -> Answer:
    shown = browser.get("/desk/new")
    known = {"form_token": shown.hidden("form_token"), "request_id": shown.hidden("request_id")}
    return browser.post("/desk/propose", known | fields)


def review(browser: Browser, path: str, decision: str = "approve", reason: str = "") -> Answer:
    path = path.partition("?")[0]
    shown = browser.get(path)
    names = ("form_token", "request_id", "etag")
    if "/review" not in shown.text:
        return shown
    known = {name: _in_form(shown, f"{path}/review", name) for name in names}
    return browser.post(f"{path}/review", known | {"decision": decision, "reason": reason})


def _in_form(shown: Answer, action: str, name: str) -> str:
    """A hidden value of the form with that action."""
    form = shown.text.split(f'action="{action}"')[1].split("</form>")[0]
    found = re.search(rf'name="{name}" value="([^"]*)"', form)
    assert found is not None
    return found[1]


def listed(signed_in: SignedIn, name: str) -> str:
    """Path of an entry that wati proposed and yuni approved."""
    proposal = propose(signed_in("wati"), ban(name))
    assert "Proposed." in proposal.says
    done = review(signed_in("yuni"), proposal.path)
    assert "Approved and carried out" in done.says
    found = re.search(r'href="(/desk/entries/[^"/]+)"', done.text)
    assert found is not None
    return found[1]


def test_two_supervisors_list_somebody_and_everybody_finds_them(signed_in: SignedIn) -> None:
    path = listed(signed_in, "HARTAWAN JOYO")
    wati = signed_in("wati")
    page = wati.get(path)
    assert "HARTAWAN JOYO" in page.says
    assert "refuse departure" in page.says
    assert "Takes effect when a second supervisor approves it." in page.says
    assert "HARTAWAN JOYO" in wati.get("/desk/results?q=HARTAWAN+JOYO&born=1981-07-06").says
    assert "HARTAWAN JOYO" in wati.get("/desk?q=hartawan%20joyo").says
    assert "HARTAWAN JOYO" in wati.get("/desk/list?list=local&state=active").says


def test_nobody_is_offered_to_decide_on_their_own(signed_in: SignedIn) -> None:
    wati = signed_in("wati")
    proposal = propose(wati, ban("SOMEBODY"))
    shown = wati.get(proposal.path)
    assert "another supervisor must decide" in shown.says
    assert 'value="approve"' not in shown.text
    forced = review(wati, proposal.path, "approve")
    assert forced.status == 403
    taken_back = review(wati, proposal.path, "withdraw")
    assert "Withdrawn." in taken_back.says


def test_a_rejection_needs_its_reason(signed_in: SignedIn) -> None:
    proposal = propose(signed_in("wati"), ban("SOMEBODY ELSE"))
    yuni = signed_in("yuni")
    assert review(yuni, proposal.path, "reject").status == 400
    assert "Rejected. Nothing was changed." in review(yuni, proposal.path, "reject", "no letter").says
    assert "no letter" in yuni.get(proposal.path).says


def test_what_is_not_whole_is_shown_beside_what_was_typed(signed_in: SignedIn) -> None:
    answer = propose(signed_in("wati"), ban("TYPED NAME", sex="", photo_reference="", valid_until="2099-01-01"))
    assert answer.status == 400
    assert "TYPED NAME" in answer.text
    for field in ("sex", "photo_reference", "valid_until"):
        assert f'href="#{field}"' in answer.text
    for field, value in (
        ("birth_dates", "1981-13-45"),
        ("documents", "X"),
        ("category", "NONE"),
        ("names", ""),
        ("sex", "M"),
    ):
        assert propose(signed_in("wati"), ban("TYPED NAME", **{field: value})).status == 400


def test_a_correction_shows_its_difference_and_can_be_undone(signed_in: SignedIn) -> None:
    path = listed(signed_in, "SUBAGYO RAHMAN")
    wati, yuni = signed_in("wati"), signed_in("yuni")
    shown = wati.get(f"{path}/correct")
    known = {name: _in_form(shown, "/desk/propose", name) for name in ("form_token", "request_id", "entry", "etag")}
    fields = ban("SUBAGYO RAHMAN", birth_places="MANNA", identity_numbers="1701018107060777")
    proposal = wati.post("/desk/propose", known | fields)
    assert "<del><span" in proposal.text
    assert "MANNA" in proposal.says
    assert "CURUP" in proposal.says
    review(yuni, proposal.path)
    page = wati.get(path)
    assert "Version 2" in page.says
    undo = {name: _in_form(page, f"{path}/undo", name) for name in ("form_token", "request_id", "etag", "version")}
    back = wati.post(f"{path}/undo", undo | {"reason": "it was right before"})
    review(yuni, back.path)
    assert "CURUP" in wati.get(path).says.partition("History")[0]


@pytest.mark.parametrize(
    ("what", "fields", "said"),
    [
        ("extend", {"valid_until": "{later}", "reason": "trial goes on"}, "Proposed."),
        ("revoke", {"reason": "withdrawn"}, "Proposed."),
        ("object", {"reference": "B-12/2026"}, "The objection is registered."),
    ],
)
def test_extend_revoke_object(signed_in: SignedIn, what: str, fields: dict[str, str], said: str) -> None:
    path = listed(signed_in, f"WIBISANA {what.upper()}")
    wati = signed_in("wati")
    shown = wati.get(path)
    later = (datetime.now(UTC).date() + timedelta(days=200)).isoformat()
    sent = {name: value.format(later=later) for name, value in fields.items()}
    known = {"form_token": shown.hidden("form_token"), "request_id": new_request_id(), "etag": "1", "what": what}
    assert said in wati.post(f"{path}/act", known | sent).says
    if what == "object":
        page = wati.get(path)
        names = ("form_token", "request_id", "etag", "reference")
        decide = {name: _in_form(page, f"{path}/act", name) for name in names}
        proposal = wati.post(f"{path}/act", decide | {"what": "uphold", "reason": "wrong person"})
        assert "Approved and carried out" in review(signed_in("yuni"), proposal.path).says
        assert "revoked" in wati.get(path).says


def test_a_list_is_previewed_and_imported(signed_in: SignedIn) -> None:
    wati = signed_in("wati")
    shown = wati.get("/desk/import")
    content = f"{LIST}1,person,travel_ban,refuse_departure,A,LIST PERSON,1970-01-02\n2,person,nonsense,x,A,B,\n"

    def send(what: str, text: str = content) -> Answer:
        fields = {
            "form_token": shown.hidden("form_token"),
            "request_id": new_request_id(),
            "list_id": "monthly",
            "source": "lintas-csv",
            "what": what,
        }
        return wati.post("/desk/import/send", fields, files={"file": ("list.csv", text.encode())})

    preview = send("preview")
    assert "What it would change" in preview.says
    assert "1 added" in preview.says
    assert "line 3" in preview.says
    assert "1 added" in send("propose").says
    assert send("preview", "").status == 400
    assert send("preview", "a,b\n1,2\n").status == 400


def test_try_a_name_tells_how_many_carry_it(signed_in: SignedIn) -> None:
    wati = signed_in("wati")
    common = wati.get("/desk/try?q=MUHAMMAD")
    assert re.search(r"About [\d.,]+ of 1,000 travellers carry this name", common.says)
    assert "Nobody on the list is found by it." in wati.get("/desk/try?q=QWXZ+ZZYX").says


def test_namesakes_are_settled_by_a_second_person(signed_in: SignedIn, console: Console) -> None:
    path = listed(signed_in, "KUNCORO BAYU")
    with connected(console.grpc_address, Actor("booth", "sari", Role.OFFICER)) as officer:
        officer.record_exclusion(
            exclusions_pb2.RecordExclusionRequest(
                request_id=new_request_id(),
                document=watchlist_pb2.DocumentKey(issuer="IDN", number="K7654321"),
                entry=path.removeprefix("/desk/"),
                entry_etag="1",
                reason="a head taller",
            )
        )
    yuni = signed_in("yuni")
    shown = yuni.get("/desk/namesakes")
    assert "a head taller" in shown.says
    action = re.findall(r'action="(/desk/namesakes/[^"]+)"', shown.text)[0]
    fields = {name: _in_form(shown, action, name) for name in ("form_token", "request_id", "etag")}
    assert "Settled:" in yuni.post(action, fields | {"what": "confirm"}).says
    assert "confirmed by yuni" in yuni.get("/desk/namesakes?state=in_force").says


@pytest.mark.parametrize("name", ["sari", "budi", "tono", "root"])
@pytest.mark.parametrize("path", ["/desk", "/desk/list", "/desk/new", "/desk/import", "/desk/proposals"])
def test_others_are_kept_out(signed_in: SignedIn, name: str, path: str) -> None:
    assert signed_in(name).get(path).status == 403


def test_an_auditor_looks_and_changes_nothing(signed_in: SignedIn) -> None:
    path = listed(signed_in, "AUDITED PERSON")
    agus = signed_in("agus")
    assert "AUDITED PERSON" in agus.get(path).says
    assert "/act" not in agus.get(path).text
    assert agus.get("/desk/new").status == 403
    assert agus.post(f"{path}/act", {"form_token": "x", "what": "revoke"}).status == 403


def test_names_are_text_wherever_they_are_shown(signed_in: SignedIn) -> None:
    evil = '<img src=x onerror="alert(1)">'
    path = listed(signed_in, evil)
    for page in (path, "/desk?q=%3Cimg+src", "/desk/list?list=local", "/desk/proposals?state=approved", "/desk"):
        assert "<img src=x" not in signed_in("wati").get(page).text


def test_pages_in_indonesian(signed_in: SignedIn) -> None:
    wati = signed_in("wati")
    wati.get("/language/id?back=/desk")
    for path, said in (
        ("/desk", "Siapa yang terdaftar?"),
        ("/desk/new", "Usulkan"),
        ("/desk/try?q=ANDI", "Coba sebuah nama"),
    ):
        assert said in wati.get(path).says


def test_no_such_entry_or_proposal(signed_in: SignedIn) -> None:
    wati = signed_in("wati")
    assert wati.get("/desk/entries/nobody").status == 404
    assert wati.get("/desk/proposals/nobody").status == 404
