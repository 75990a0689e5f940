"""The commands that set an instance up, run as a person runs them."""

import re

import pytest
from django.db import connection
from django.test import Client

from kith.access import Audience
from kith.access.roles import LOGINS
from kith.cli import main
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
    assert (code, "The roles here are: data_officer," in complaint) == (1, True)
    assert Account.objects.count() == 1

    code, said, _ = asked("invite", "robin@example.test", "--new-link")
    assert (code, said.splitlines()[1].startswith("/account/password/reset/key/")) == (0, True)
    assert asked("invite", "nobody@example.test", "--new-link")[0] == 1


def test_an_invitation_without_a_name_is_wrong_use(asked, capsys):
    with pytest.raises(SystemExit, match="2"):
        asked("invite", "robin@example.test", "--role", "team_manager")
    assert "--name" in capsys.readouterr().err


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


@pytest.mark.parametrize("command", ["migrate", "invite", "serve", "worker", "verify", "roles"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"usage: kith {command}" in capsys.readouterr().out
