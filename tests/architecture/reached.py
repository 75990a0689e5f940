"""How families reach Aisha, her photo, and what Kelly and Tomek agreed with her on working together (S4-28)."""

from kith.access import acting_as
from kith.demo.pictures import face
from kith.involvement.acts import agree_terms, put_own_photo, say_how_to_reach
from tests.cast import Cast

SECRET_TERMS = "Ring twice and hang up before the ferry"
SECRET_FATHERS_TERMS = "Write to the shipyard and never to the flat"
AGREED = [SECRET_TERMS, SECRET_FATHERS_TERMS]


def reach(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one."""
    with acting_as(cast.aisha):
        say_how_to_reach(by=cast.aisha, hours="Monday to Thursday, 9 to 5", outside="Ring 999 if it cannot wait.")
        put_own_photo(by=cast.aisha, image=face("black", "red"))
        about = {"by": cast.aisha, "about": cast.maya}
        agree_terms(**about, with_whom=f"Nan {n}", how_often=f"{SECRET_TERMS} {n}")
        agree_terms(**about, with_person=cast.people["tomek"], how_often=f"{SECRET_FATHERS_TERMS} {n}")
