from kith.meetings.acts.boards import (
    challenge_from_board,
    close_board,
    give_sheet,
    open_board,
    put_up,
    strike_off,
    write_on_board,
)
from kith.meetings.acts.deciding import say_what_it_carries
from kith.meetings.rules import ActionGiven, CarriesGiven, LineGiven

__all__ = [
    "ActionGiven",
    "CarriesGiven",
    "LineGiven",
    "challenge_from_board",
    "close_board",
    "give_sheet",
    "open_board",
    "put_up",
    "say_what_it_carries",
    "strike_off",
    "write_on_board",
]
