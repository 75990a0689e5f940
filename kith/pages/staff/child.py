"""A child's page: what anyone picking up the record must know, in ninety seconds (J15)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page


@child_page("overview", minimum=True)
def overview(request: HttpRequest, opened: Opened) -> HttpResponse:
    template = "pages/overview.html" if opened.whole else "pages/minimum.html"
    return render(request, template, header(opened, "child"))
