"""Whoever watches over the site is told the truth, also while the database restarts."""

from django.db import connection
from django.test import Client


def test_while_the_database_is_away_health_answers_503_and_heals_by_itself(own_database):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "somebody"
    there = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = f"{there}_gone"
    away = Client(raise_request_exception=False).get("/health/")
    page, with_a_session = client.get("/help/"), client.get("/health/")
    connection.settings_dict["NAME"] = there
    assert (away.status_code, away.json()) == (503, {"ok": False})
    assert with_a_session.status_code == 503
    assert (page.status_code, "not ready just now" in page.content.decode()) == (503, True)
    assert Client().get("/health/").json() == {"ok": True}
