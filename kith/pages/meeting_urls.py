"""Meetings with the family: the board, the private screen behind it, and what everybody leaves with."""

from django.urls import path

from kith.pages.staff import boards, carrying, sheets

urlpatterns = [
    path("open/<slug:what>/<int:pk>/", boards.open_board, name="open-board"),
    path("<int:pk>/", boards.board, name="meeting-board"),
    path("<int:pk>/behind/", boards.behind_board, name="behind-board"),
    path("<int:pk>/here/", boards.who_is_here, name="who-is-here"),
    path("<int:pk>/sheet/", sheets.board_sheet, name="board-sheet"),
    path("<int:pk>/given/", sheets.give_sheet, name="give-sheet"),
    path("<int:pk>/challenge/<int:line>/", sheets.challenge_from_board, name="challenge-from-board"),
    path("<int:pk>/decided/<int:line>/", carrying.what_it_carries, name="what-it-carries"),
    path("<int:pk>/strike/<slug:of>/<int:row>/", sheets.strike_off, name="strike-off"),
    path("left-out/", sheets.leave_out, name="leave-out-of-meetings"),
    path("left-out/<int:pk>/", sheets.ask_in_again, name="ask-in-again"),
]
