"""A first morning: an administrator invites a social worker, and she signs in to a Kith that holds real children.

She chooses a password, sets up a second step, keeps her recovery codes, and comes back in each way she has.
"""

import os
import re
import time

import pytest
from playwright.sync_api import expect

from tests.databases import template_ready
from tests.stories.conftest import check_accessible, running
from tests.web.signing_in.conftest import code_of

EMAIL, PASSWORD = "wren.hollis@northcliff.example", "lantern gravel otter"
WHO = ("invite", EMAIL, "--role", "social_worker", "--name", "Wren Hollis", "--team", "Harbour")


@pytest.fixture(scope="module")
def live():
    with template_ready() as template, running(template, f"kith_story_live_{os.getpid()}", mode="live") as served:
        yield served


@pytest.fixture
def kith(live):
    """A real, empty instance: nobody has an account yet."""
    return live.afresh()


@pytest.fixture
def invited(kith):
    """The link the administrator was given to hand over."""
    said = kith.command(*WHO)
    assert said.returncode == 0, said.stderr
    return re.search(r"^/account/\S+$", said.stdout, re.MULTILINE).group()


def code_now(page, secret):
    """The code her phone shows, once it will stay there long enough to be typed and sent."""
    while 30 - time.time() % 30 < 4:
        page.wait_for_timeout(250)
    return code_of(secret)


def choose_password(page, link):
    page.goto(link)
    check_accessible(page)
    page.get_by_label("Your new password").fill(PASSWORD)
    page.get_by_label("Type the new password once more").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    expect(page.get_by_role("heading", name="One more step before you begin")).to_be_visible()


def set_up_app(page):
    """Returns the key of her app and her recovery codes."""
    page.get_by_role("button", name="Set up an app").click()
    page.get_by_text("I cannot scan it").click()
    secret = page.locator(".kith-key").inner_text().strip()
    check_accessible(page)
    page.get_by_label("The code your app shows now").fill("000000")
    page.get_by_role("button", name="Carry on").click()
    expect(page.locator("main")).to_contain_text("That code is not right. An app shows a new one every 30 seconds")
    page.get_by_label("The code your app shows now").fill(code_now(page, secret))
    page.get_by_role("button", name="Carry on").click()
    expect(page.locator("main")).to_contain_text("Your app is set up.")
    codes = page.locator(".kith-codes li").all_inner_texts()
    check_accessible(page)
    page.get_by_role("button", name="I have kept them: carry on").click()
    expect(page).to_have_url(re.compile("/today/$"))
    return secret, codes


def sign_out(page):
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("main")).to_contain_text("You have signed out.")


def send_password(page):
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()


def send_code(page, code):
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()


@pytest.mark.parametrize("width", [1280, 360])
def test_she_is_invited_chooses_a_password_and_comes_back_in_with_a_code_and_without_her_phone(
    sit_down, kith, invited, width
):
    page = sit_down("", width=width)
    expect(page).to_have_url(re.compile("/account/login/$"))
    check_accessible(page)
    choose_password(page, invited)
    check_accessible(page)
    assert invited.split("-")[-1] not in page.content()
    page.goto("/today/")  # no further without a second step
    secret, codes = set_up_app(page)
    check_accessible(page)
    assert "Good " in page.locator("h1").inner_text()

    sign_out(page)
    send_password(page)
    check_accessible(page)
    send_code(page, "123456")
    expect(page.locator("main")).to_contain_text("That code is not right. An app shows a new one every 30 seconds")
    check_accessible(page)
    send_code(page, code_now(page, secret))
    expect(page).to_have_url(re.compile("/today/$"))

    sign_out(page)
    send_password(page)
    send_code(page, codes[0])
    expect(page).to_have_url(re.compile("/today/$"))
    page.get_by_role("link", name="How you sign in").click()
    expect(page.locator("main")).to_contain_text("9 of your 10 codes are left")
    check_accessible(page)

    sign_out(page)
    page.go_back()  # the page before says nothing to whoever sits down next
    assert "codes are left" not in page.locator("body").inner_text()
    page.goto(invited)
    expect(page.get_by_role("heading", name="This link cannot be used")).to_be_visible()
    check_accessible(page)

    kith.stop()
    for secret_thing in (invited.split("-")[-1].strip("/"), EMAIL, PASSWORD, secret, "Wren", *codes):
        assert secret_thing not in kith.log


@pytest.fixture
def device(sit_down):
    """A browser whose device makes and uses passkeys, as its owner's fingerprint would: (page, ask)."""
    page = sit_down("")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )

    def is_recognised(yes):
        session.send("WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": yes})

    return page, is_recognised


def test_a_passkey_is_her_second_step_and_then_all_she_needs(device, invited):
    page, is_recognised = device
    choose_password(page, invited)
    page.get_by_role("button", name="Set up a passkey").click()
    check_accessible(page)
    is_recognised(False)
    page.get_by_role("button", name="Set up the passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Your device did not finish, or you stopped it")
    check_accessible(page)
    is_recognised(True)
    page.get_by_label("What will you call it?").fill("Work phone")
    page.get_by_role("button", name="Set up the passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    page.get_by_role("button", name="I have kept them: carry on").click()
    expect(page).to_have_url(re.compile("/today/$"))

    sign_out(page)
    page.goto("/today/")  # and back there afterwards
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile("/today/$"))

    sign_out(page)
    send_password(page)
    expect(page.locator("main")).to_contain_text("One of your recovery codes.")  # she has no app to look at
    check_accessible(page)
    page.get_by_role("button", name="Use your passkey").click()
    expect(page).to_have_url(re.compile("/today/$"))

    page.goto("/account/passkeys/")
    expect(page.locator("main")).to_contain_text("Work phone")
    check_accessible(page)
    page.get_by_role("link", name="Take away Work phone").click()
    expect(page.get_by_role("heading", name="You cannot take “Work phone” away yet")).to_be_visible()

    sign_out(page)
    is_recognised(False)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Try again, or use another way.")


def test_without_scripts_she_signs_in_all_the_same_and_nothing_is_offered_that_needs_them(sit_down, invited):
    page = sit_down("", scripts=False)
    expect(page.get_by_role("button", name="Sign in with a passkey")).not_to_be_visible()
    page.goto(invited)
    page.get_by_label("Your new password").fill(PASSWORD)
    page.get_by_label("Type the new password once more").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    page.goto("/account/passkeys/add/")
    expect(page.locator("main")).to_contain_text("This browser cannot use passkeys")
    expect(page.get_by_role("button", name="Set up the passkey")).not_to_be_visible()
    page.goto("/account/second-step/app/")
    page.locator("summary").click()
    secret = page.locator(".kith-key").inner_text().strip()
    page.get_by_label("The code your app shows now").fill(code_now(page, secret))
    page.get_by_role("button", name="Carry on").click()
    codes = page.locator(".kith-codes li").all_inner_texts()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Use your passkey")).not_to_be_visible()
    send_code(page, codes[1])
    expect(page).to_have_url(re.compile("/today/$"))


def test_someone_who_lost_her_phone_and_her_codes_begins_again_with_a_new_link(sit_down, kith, invited):
    page = sit_down("")
    choose_password(page, invited)
    set_up_app(page)
    said = kith.command("invite", EMAIL, "--lost-second-step")
    page.goto("/today/")  # whoever holds the phone is signed out
    expect(page).to_have_url(re.compile("/account/login/"))
    choose_password(page, re.search(r"^/account/\S+$", said.stdout, re.MULTILINE).group())
    set_up_app(page)


def test_wrong_passwords_wait_five_minutes_whichever_process_answers(sit_down, invited):
    page = sit_down("")
    for _ in range(6):
        page.get_by_label("E-mail address").fill(EMAIL)
        page.get_by_label("Password", exact=True).fill("not the password")
        page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("main")).to_contain_text("There have been too many tries. Wait five minutes, then try again")
    check_accessible(page)
