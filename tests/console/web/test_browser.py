"""The booth in a real browser: what officers do all day, with mouse, keyboard, reader, and without script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.console.web.conftest import PASSWORD, SAMPLES, Console
from tests.console.web.people_at_work import Desk, desk
from tests.verifier.people import GOOD


@pytest.fixture
def at(chromium: Chromium, console: Console) -> Iterator[Desk]:
    with desk(chromium, console.url) as opened:
        opened.sign_in("sari")
        yield opened
        assert opened.complaints == []


def test_an_officer_examines_and_decides_with_the_keyboard_alone(at: Desk) -> None:
    at.page.keyboard.press("b")
    at.page.wait_for_url("**/booth")
    with at.page.expect_file_chooser() as chooser:
        at.page.keyboard.press("o")
    chooser.value.set_files(SAMPLES / "01_plain_passport.jpg")
    at.page.wait_for_url("**/booth/cases/*")
    expect(at.page.locator("#verdict")).to_have_text("CLEAR")
    at.page.keyboard.press("1")
    expect(at.page.locator("input[name=outcome][value=clear]")).to_be_checked()
    at.page.keyboard.press("d")
    expect(at.page.locator(".notice.good")).to_have_text("The decision is recorded.")
    at.page.keyboard.press("p")
    at.page.wait_for_url("**/record")
    assert "CENDANASARI" in at.text()


def test_a_dropped_picture_is_shown_with_the_band_that_was_read(at: Desk) -> None:
    at.open("/booth")
    content = (SAMPLES / "03_expired_phone_photo.jpg").read_bytes()
    handle = at.page.evaluate_handle(
        """async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], "page.jpg", { type: "image/jpeg" }));
            return transfer;
        }""",
        b64encode(content).decode(),
    )
    at.page.dispatch_event("[data-drop]", "drop", {"dataTransfer": handle})
    at.page.wait_for_url("**/booth/cases/*")
    expect(at.page.locator("#picture img")).to_be_visible()
    band = at.page.locator("#picture polygon").bounding_box()
    picture = at.page.locator("#picture img").bounding_box()
    assert band is not None
    assert picture is not None
    # the MRZ stands in the lower half of the page, also of a photo that is stored on its side
    assert picture["y"] + picture["height"] / 2 < band["y"] < picture["y"] + picture["height"]
    assert band["width"] > picture["width"] / 2


def test_what_the_page_says_is_held_against_the_mrz_with_the_same_picture(at: Desk) -> None:
    first = at.examine()
    at.page.keyboard.press("v")
    expect(at.page.locator("input[name=surname]")).to_be_focused()
    at.page.keyboard.type("CENDANASARI")
    at.page.fill("input[name=expiry_date]", "11-09-2035")
    at.page.locator("#again button.primary").click()
    at.page.wait_for_url(lambda url: "/booth/cases/" in url and not url.endswith(first))
    expect(at.page.locator(".pair.differs .pair-name")).to_have_text("Date of expiry")
    expect(at.page.locator("#picture img")).to_be_visible()
    assert "Read by" in at.text(".document")


def test_signs_are_found_ticked_and_lead_to_questions(at: Desk) -> None:
    first = at.examine()
    at.page.keyboard.press("i")
    expect(at.page.locator("#cue-filter")).to_be_focused()
    at.page.keyboard.type("tip-020")
    boxes = at.page.locator("#cue-list input[name=cue]:visible")
    expect(boxes).to_have_count(1)
    boxes.check()
    at.page.locator("#again button.primary").click()
    at.page.wait_for_url(lambda url: "/booth/cases/" in url and not url.endswith(first))
    expect(at.page.locator("#verdict")).to_have_text("PROTECT")
    assert "Questions to ask" in at.text()
    assert "seen by a person" in at.text()


def test_a_reader_types_the_mrz_wherever_the_cursor_stands(at: Desk) -> None:
    for _ in range(3):  # a machine that holds a key back for 80 ms is taken for a person: one reads the page again
        at.open("/booth")
        at.page.keyboard.type("\n".join((*GOOD, "")), delay=3)
        at.page.wait_for_url("**/booth/cases/*")
        if "SANTOSO" in at.text():
            break
    assert "SANTOSO" in at.text()
    first = at.page.url
    at.page.keyboard.type("\n".join((*GOOD, "")), delay=3)  # and the next one, from the case
    at.page.wait_for_url(lambda url: "/booth/cases/" in url and url != first)


def test_the_neutral_view_reveals_nothing_and_survives_a_reload(at: Desk) -> None:
    at.examine("04_watchlisted.jpg")
    at.page.focus("#note")
    at.page.keyboard.press("F9")
    for _ in range(2):
        expect(at.page).to_have_title("Lintas")
        expect(at.page.locator("#page")).to_be_hidden()
        seen = at.page.inner_text("body")
        assert not re.search(r"KOVARI|refuse|REFER|watchlist|protect", seen, re.IGNORECASE)
        assert "One moment, please" in seen
        at.page.reload()
    at.page.keyboard.press("d")  # keys are dead meanwhile
    at.page.keyboard.press("F9")
    expect(at.page.locator("#verdict")).to_be_visible()
    at.page.locator("#raise-shield").click()
    expect(at.page.locator("#page")).to_be_hidden()
    at.page.locator("#lower-shield").click()
    expect(at.page.locator("#verdict")).to_be_visible()


def test_a_result_that_comes_while_the_neutral_view_is_up_stays_behind_it(at: Desk) -> None:
    at.open("/booth")
    at.page.keyboard.press("F9")
    at.page.set_input_files("input[name=image]", SAMPLES / "04_watchlisted.jpg")
    at.page.wait_for_url("**/booth/cases/*")
    expect(at.page).to_have_title("Lintas")
    expect(at.page.locator("#page")).to_be_hidden()


def test_a_fault_keeps_what_was_typed(at: Desk) -> None:
    at.examine()
    at.page.fill("input[name=birth_date]", "31-02-1991")
    at.page.fill("input[name=surname]", "CENDANASARI")
    at.page.locator("#again button.primary").click()
    expect(at.page.locator("#alerts")).to_contain_text("Date of birth: a date such as")
    expect(at.page.locator("input[name=surname]")).to_have_value("CENDANASARI")


def test_an_ended_session_leads_to_the_door(at: Desk) -> None:
    at.examine()
    at.page.context.clear_cookies(name="lintas_session")
    at.page.locator("#again button.primary").click()
    at.page.wait_for_url("**/login**")


def test_a_double_click_is_one_case_and_back_shows_nothing_after_signing_out(at: Desk) -> None:
    at.open("/booth")
    at.page.keyboard.press("m")
    expect(at.page.locator("[data-mrz]")).to_be_focused()
    at.page.fill("[data-mrz]", "\n".join(GOOD))
    at.page.locator("#examine button.primary").last.dblclick()
    at.page.wait_for_url("**/booth/cases/*")
    first = at.page.url
    at.page.get_by_role("button", name="Sign out").click()
    at.page.wait_for_url("**/login**")
    at.page.go_back()
    at.page.wait_for_url("**/login**")
    assert "SANTOSO" not in at.page.content()
    assert first


def test_the_second_person_sees_it_come_and_the_first_sees_it_confirmed(
    at: Desk, chromium: Chromium, console: Console
) -> None:
    with desk(chromium, console.url) as other:
        other.sign_in("budi")
        other.open("/booth/cases?view=awaiting")
        path = at.examine()
        at.page.locator("input[name=outcome][value=hold]").check()
        at.page.select_option("#reason_code", "IDENTITY_UNCLEAR")
        at.page.get_by_role("button", name="Record the decision").click()
        expect(at.page.locator(".notice.good")).to_contain_text("second person confirms")
        link = other.page.locator(f"a[href='{path}']")
        expect(link).to_be_visible()  # without asking again
        link.click()
        other.page.get_by_role("button", name=re.compile("Confirm as second person")).click()
        expect(other.page.locator(".notice.good")).to_contain_text("in force")
        expect(at.page.locator("#decision")).to_contain_text("confirmed by budi")
        assert other.complaints == []


def test_a_screen_that_nobody_touches_goes_back_to_the_door(chromium: Chromium, console: Console) -> None:
    with desk(chromium, console.url) as at:
        at.page.clock.install()
        at.sign_in("sari")
        at.examine("04_watchlisted.jpg")
        at.page.clock.run_for(25 * 60 * 1000)
        at.page.mouse.move(200, 200)
        at.page.clock.run_for(25 * 60 * 1000)
        assert "/booth/cases/" in at.page.url
        at.page.clock.run_for(10 * 60 * 1000)
        # the service's own clock did not move, so its door lets them in again: to the start page
        at.page.wait_for_url(f"{console.url}/")
        assert "KOVARI" not in at.page.content()


def test_keys_of_the_page_go_before_those_of_the_navigation(chromium: Chromium, console: Console) -> None:
    with desk(chromium, console.url) as at:
        at.sign_in("wati")
        at.examine()
        at.page.keyboard.press("1")
        expect(at.page.locator("input[name=outcome][value=clear]")).to_be_checked()
        at.page.keyboard.press("d")
        expect(at.page.locator(".notice.good")).to_have_text("The decision is recorded.")
        keys = at.page.locator("#keys-list kbd")
        at.page.keyboard.press("?")
        expect(keys).not_to_have_count(0)
        shown = keys.all_inner_texts()
        assert len(shown) == len(set(shown))


def test_keys_are_listed_and_can_be_switched_off(at: Desk) -> None:
    at.open("/booth")
    at.page.keyboard.press("?")
    expect(at.page.locator("#keys-list tr")).not_to_have_count(0)
    assert "Choose a picture" in at.text("#keys")
    at.page.locator("#keys-on").uncheck()
    at.page.get_by_role("button", name="Close").click()
    at.page.keyboard.press("c")
    at.page.wait_for_timeout(300)
    assert at.page.url.endswith("/booth")


def test_everything_that_matters_works_without_script(chromium: Chromium, console: Console) -> None:
    with desk(chromium, console.url, java_script_enabled=False) as at:
        at.sign_in("dewi")
        at.open("/booth")
        at.page.set_input_files("input[name=image]", SAMPLES / "01_plain_passport.jpg")
        at.page.get_by_role("button", name="Examine", exact=True).click()
        at.page.wait_for_url("**/booth/cases/*")
        assert "CLEAR" in at.text()
        at.page.locator("input[name=outcome][value=clear]").check()
        at.page.get_by_role("button", name="Record the decision").click()
        assert "The decision is recorded." in at.text()
        at.page.locator("#raise-shield").click()
        assert "CENDANASARI" not in at.page.content()
        at.page.get_by_role("link", name="Continue").click()
        at.page.get_by_role("button", name="Sign out").click()
        at.page.wait_for_url("**/login**")


@pytest.mark.parametrize("path", ["/", "/booth", "/booth/cases", "/account", "/account/codes", "case", "record"])
def test_nothing_is_cut_on_a_narrow_phone(chromium: Chromium, console: Console, path: str) -> None:
    """WCAG 2.2 1.4.10: at 320 px nobody scrolls sideways."""
    with desk(chromium, console.url, viewport={"width": 320, "height": 640}) as at:
        at.sign_in("sari")
        if path in {"case", "record"}:
            case = at.examine("04_watchlisted.jpg")
            path = case if path == "case" else f"{case}/record"
        at.open(path)
        assert at.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        assert at.complaints == []


def test_passwords_are_not_in_the_page(chromium: Chromium, console: Console) -> None:
    with desk(chromium, console.url) as at:
        at.open("/login")
        at.page.fill("#name", "sari")
        at.page.fill("#password", PASSWORD + "x")
        at.page.keyboard.press("Enter")
        expect(at.page.locator("[role=alert].notice")).to_be_visible()
        assert PASSWORD not in at.page.content()
        assert at.page.input_value("#name") == "sari"
