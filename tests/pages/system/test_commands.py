"""The commands that set an instance up, run as a person runs them."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client

from kith.access import Audience
from kith.access.roles import LOGINS
from kith.cli import COMMANDS, main
from kith.directory.models import Account, RoleHeld, Staff
from kith.pages.system.roles import make_or_find
from kith.record import Refused
from kith.record.models import Act, Occasion
from tests.databases import owner

INVITED = ("invite", "Robin@Example.test", "--role", "team_manager", "--name", "Robin Shaw", "--team", "Harbour")


def test_an_invited_person_has_a_role_a_team_and_a_path_that_lets_them_choose_a_password_once(kith, own_database):
    done = kith(*INVITED)
    assert done.returncode == 0, done.stderr
    path = re.search(r"^/\S+$", done.stdout, re.MULTILINE).group()

    staff = Staff.objects.get()
    assert (staff.name, staff.job_title, staff.team.name, staff.team.agency.name) == (
        "Robin Shaw",
        "Team manager",
        "Harbour",
        "Children's services",
    )
    assert RoleHeld.objects.get().role.code == "team_manager"
    assert set(Occasion.objects.values_list("name", flat=True)) >= {"add_agency", "add_team", "welcome_staff"}
    assert not Act.objects.exists()  # it is about nobody's record

    robin = Client()
    form = robin.get(path, follow=True)
    words = {"password1": "a quiet harbour at dusk", "password2": "a quiet harbour at dusk"}
    robin.post(form.request["PATH_INFO"], words)
    account = Account.objects.get(email="robin@example.test")
    assert account.check_password("a quiet harbour at dusk")
    again = Client().get(path, follow=True)
    assert "password1" not in again.content.decode()


@pytest.fixture
def asked(own_database, monkeypatch, capsys):
    """A command run in this very process: `asked("roles", "--print")` gives exit code, what it said, its complaint."""
    monkeypatch.setenv("KITH_LOGIN", "owner")  # commands set it, and it is put back

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return command


def test_an_address_in_use_and_an_unknown_role_are_refused_and_a_new_link_is_given(asked):
    assert asked(*INVITED)[0] == 0

    code, _, complaint = asked(*INVITED)
    assert (code, "has an account already" in complaint) == (1, True)
    code, _, complaint = asked("invite", "sam@example.test", "--role", "captain", "--name", "Sam", "--team", "Harbour")
    assert (code, "The roles here are: auditor, complaints_manager, data_officer," in complaint) == (1, True)
    assert Account.objects.count() == 1

    code, said, _ = asked("invite", "robin@example.test", "--new-link")
    assert (code, said.splitlines()[1].startswith("/account/password/reset/key/")) == (0, True)
    assert asked("invite", "nobody@example.test", "--new-link")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("robin", "--role", "guardian", "--name", "Robin", "--team", "Quay"), "robin is not an e-mail address."),
        ((*INVITED[1:4], "--name", "R" * 201, "--team", "Quay"), "--name is too long: 200 letters at most."),
        ((*INVITED[1:], "--job", "R" * 121), "--job is too long: 120 letters at most."),
        ((f"{'r' * 250}@example.test", *INVITED[2:]), "The e-mail address is too long"),
    ],
)
def test_what_cannot_be_kept_is_said_in_one_line_and_nothing_is_made(asked, arguments, complaint):
    code, said, complained = asked("invite", *arguments)
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert complained.startswith("kith: ")
    assert complaint in complained
    assert not Account.objects.exists()


def test_a_lost_second_step_is_begun_again_by_a_new_link(asked):
    asked(*INVITED)
    robin = Account.objects.get()
    robin.set_password("a quiet harbour at dusk")
    robin.save()
    Authenticator.objects.create(user=robin, type=Authenticator.Type.TOTP, data={"secret": "x"})

    code, said, _ = asked("invite", "robin@example.test", "--new-link")
    assert (code, "within 30 minutes" in said, Authenticator.objects.count()) == (0, True, 1)
    code, said, _ = asked("invite", "robin@example.test", "--lost-second-step")
    assert (code, "within 72 hours" in said, Authenticator.objects.count()) == (0, True, 0)
    assert Occasion.objects.filter(name="forget_second_step").count() == 1

    Account.objects.update(is_active=False)
    assert asked("invite", "robin@example.test", "--new-link")[2] == "kith: The account of Robin Shaw is closed.\n"


def test_where_the_address_is_known_the_whole_link_is_printed(asked, settings):
    settings.HTTPS, settings.ALLOWED_HOSTS = True, ["kith.northcliff.example"]
    _, said, _ = asked(*INVITED)
    assert "\nhttps://kith.northcliff.example/account/password/reset/key/" in said


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "email"),
        (("robin@example.test", "--role", "team_manager"), "--name"),
        (("robin@example.test", "--new-link", "--role", "team_manager"), "changes nothing else"),
        (("robin@example.test", "--lost-second-step", "--name", "Robin"), "changes nothing else"),
    ],
)
def test_an_invitation_that_says_too_little_or_too_much_is_wrong_use(asked, capsys, arguments, complaint):
    with pytest.raises(SystemExit, match="2"):
        asked("invite", *arguments)
    assert complaint in capsys.readouterr().err


def test_on_a_database_that_is_not_ready_a_command_says_what_to_do(kith, environment, own_database):
    with owner(own_database) as someone:
        someone.execute("alter table directory_role rename to directory_elsewhere")
    done = kith(*INVITED)
    assert (done.returncode, done.stderr) == (
        1,
        "kith: The database has not been made ready for Kith. Run `kith migrate` first.\n",
    )


def test_roles_are_made_again_without_harm_and_printed_without_a_password(asked):
    assert asked("roles")[0] == 0

    _, printed, _ = asked("roles", "--print", "--owner", "authority_owner")
    assert "grant kith_system to authority_owner;" in printed
    assert " password " not in printed.replace("-- Then give each login a password", "")
    for login in LOGINS:
        assert f"\\password {login}" in printed


def test_the_printed_sql_is_what_makes_the_roles(asked, own_database):
    _, printed, _ = asked("roles", "--print")
    with owner(own_database) as someone:
        # The owner of a server of its own may run it too: every role is there already, and stays.
        someone.execute(printed.replace("to kith_owner;", "to current_user;"))


@pytest.fixture
def modest_owner(own_database):
    """Django's connection as a login that may not create roles."""
    settings = connection.settings_dict
    before = {key: settings[key] for key in ("USER", "PASSWORD")}
    with owner(own_database) as someone:
        someone.execute("create role kith_modest login password 'for this test'")
        connection.close()
        settings.update(USER="kith_modest", PASSWORD="for this test")
        try:
            yield someone
        finally:
            connection.close()
            settings.update(before)
            someone.execute("drop role kith_modest")


def test_where_roles_may_not_be_created_those_that_are_there_will_do(modest_owner):
    with pytest.raises(Refused, match=r"kith_child, kith_family, .* cannot be used"):
        make_or_find()
    for audience in Audience:
        modest_owner.execute(f"grant {audience.role} to kith_modest")
    make_or_find()


def test_migrating_again_changes_nothing_and_says_nothing(kith, own_database):
    before = Occasion.objects.count()
    done = kith("migrate", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Occasion.objects.count() == before


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_everything_it_takes(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    said = capsys.readouterr().out
    assert f"usage: kith {command}" in said
    taken = said.partition("\noptions:")[2] + said.partition("\npositional arguments:")[2].partition("\noptions:")[0]
    for line in taken.splitlines():
        assert not re.fullmatch(r"  \S+( \S+)?", line) or "\n" + line + "\n   " in said, f"{line} is not explained"


def test_kith_alone_lists_its_commands_and_a_wrong_one_is_said(capsys):
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ")] == list(COMMANDS)
    assert max(len(line) for line in listed.splitlines()) < 80
    assert main([]) == 2
    assert capsys.readouterr().err == listed
    assert main(["frobnicate"]) == 2
    assert capsys.readouterr().err == f"kith: There is no command frobnicate.\n{listed}"
