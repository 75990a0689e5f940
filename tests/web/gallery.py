# ruff: noqa: E501 - templates are kept as a page would write them
"""Pages that show every component, as the rooms use them: for looking at, and for checking in a browser."""

from typing import Any

from django import forms

from kith.web.components.own import STATES
from kith.web.forms import DayField, asked

CHILD = """{% extends "record.html" %}{% load govuk kith %}
{% block title %}Maya – Overview{% endblock %}
{% block identity %}{% identity_bar "Maya" href="/child/" family_name="Okafor-Nowak" age="9" born="born 4 Mar 2017" pronoun="she" languages=languages status="Child in need plan" lives_at="Oak Court" lives_protected=True chips=chips lead_worker=lead seen=seen relations=relations actions=actions %}{% endblock %}
{% block sections %}{% side_navigation sections label="Maya’s record" %}{% endblock %}
{% block section %}
  <h1 class="govuk-visually-hidden">Overview</h1>
  {% safety_banner danger %}
  <div class="kith-grid">
    {% card "Worried about" tone="worry" %}<ol><li>Dean’s shouting frightens Maya and Leo</li><li>Maya minds Sam at night</li></ol>{% endcard %}
    {% card "Going well" tone="strength" %}<ol><li>School every day</li><li>Nan, three nights a week</li></ol>{% endcard %}
    {% card "Bottom line" tone="line" %}<p>Dean does not stay in the home.</p>{% provenance "Aisha Khan" "6 Nov" confirm_url="#" change_url="#" %}{% endcard %}
  </div>
  {% voice_quote "I want my own bed and not to hear it." speaker="Maya" said_on="6 Nov 2026" heard_by="Aisha Khan" state="owed" state_words="Answer owed by 13 Nov" action=action %}
  {% voice_quote "Chcę spać u babci." speaker="Maya" lang="pl" translation="I want to sleep at Nan’s." state="answered" answer=answer %}
  {% card "What was promised to Maya" %}<ul class="kith-lines"><li><span class="kith-lines__what">Seen every 20 working days</span>{% state "met" %}</li><li><span class="kith-lines__what">Seen on her own</span>{% state "missed" %}</li></ul>{% endcard %}
  <h2>Her story</h2>
  {% story %}{% story_item date="6 Nov 2026" title="Aisha visited Maya, Leo and Sam" byline="Aisha Khan" source="visit" meant="She will sleep at Nan’s on Tuesdays." significant=True %}<p>Maya showed Aisha the mattress she shares with Sam.</p>{% endstory_item %}{% story_item date="2 Nov 2026" title="School rang" byline="St Anne’s" wrote_on="4 Nov 2026" %}<p>Maya was tired all morning.</p>{% endstory_item %}{% endstory %}
  {% protected_fact "Address" protected_from="Gary" reveal_url="/reveal/" %}
  {% empty_state "No one has written down Leo’s words yet." href="#" link_text="Together with Leo" %}
{% endblock %}"""

VISIT = """{% extends "page.html" %}{% load govuk kith forms %}
{% block title %}Record a visit{% endblock %}
{% block beforemain %}{% back_link "/child/" "Maya" %}{% endblock %}
{% block main %}<form class="kith-form" method="post" novalidate>{% form_keys %}
  {% summary_of form child %}
  <div class="kith-bar"><h1>Record a visit</h1>{% saved_state %}</div>
  {% audience_note who="family" why="they can ask for all of it" %}
  {% for field in form|shown_fields %}{{ field|drawn }}{% endfor %}
  {% child_row name="Maya" note="9, English and Polish" hint="Only what is Maya’s." %}{{ child.seen|drawn }}{{ child.said|drawn }}{{ child.language|drawn }}{% endchild_row %}
  {% reasons_box options=options view="I want my own bed." whose="Maya, 6 Nov" %}{{ child.means|drawn }}{% endreasons_box %}
  <div class="govuk-button-group">{% button "Save – kept safely" %}{% button "Finish later" classes="govuk-button--secondary" name="later" value="1" %}<a href="#">Throw away</a></div>
</form>{% endblock %}"""

REST = """{% extends "page.html" %}{% load govuk kith %}
{% block title %}Everything else{% endblock %}
{% block beforemain %}{% breadcrumbs crumbs %}{% endblock %}
{% block main %}
  <h1>Good morning, Aisha <span class="kith-label">Tuesday 17 November</span></h1>
  <div class="kith-grid">{% measure_card "Answers owed" 3 href="#" note="2 to children" tone="attention" %}{% measure_card "Visits due" 4 of=16 href="#" definition_href="#" as_at="07:00" %}{% measure_card "Not seen in time" 1 of=16 href="#" tone="late" %}</div>
  <p>{% owed_badge 2 "answers owed" href="#" %}</p>
  <p>{% for name in states %}{% state name %} {% endfor %}</p>
  {% notification_banner title_text="News" %}<p class="govuk-notification-banner__heading">The papers have come.</p>{% endnotification_banner %}
  {% details "Why we ask" %}<p>Because it belongs to Maya.</p>{% enddetails %}
  {% inset_text %}Papers go out by Wednesday.{% endinset_text %}
  {% warning_text "Ring first: there is a dog in the yard." %}
  {% panel "Sent" heading_level=2 %}Your reference is <b>K7M-4QX</b>. We will read it today.{% endpanel %}
  {% tabs title="Ways to look" %}{% tab "As a list" %}<h2>A list</h2><p>One thing</p>{% endtab %}{% tab "As a table" %}<h2>A table</h2><p>Another</p>{% endtab %}{% endtabs %}
  {% table rows caption="Who is who" head=head first_cell_is_header=True %}
  {% summary_list facts %}
  {% task_list tasks %}
  {% pagination items=pages next=next_page %}
  {% phase_banner "This part is new." "New" %}
  {% standard_hint "Write what you saw." "PS3" href="#" %}
  <form>{% password_input "password" "Password" %}{% character_count "story" "Your story" maxlength=20 count_type="words" %}{% input "amount" "Amount" prefix="£" suffix="each" classes="govuk-input--width-5" %}</form>
  <p>{% button "Delete this draft" classes="govuk-button--warning" %} {% button "Start" href="#" is_start_button=True %}</p>
{% endblock %}"""

SAMPLES: dict[str, Any] = {
    "languages": ["English", "Polish"],
    "chips": ["Address protected", "Peanut allergy"],
    "lead": {"name": "Aisha Khan", "phone": "01632 960 001"},
    "seen": [{"text": "Seen 6 Nov"}, {"text": "alone 2 Oct", "late": True}],
    "relations": [{"text": "Leo, 6", "href": "#"}, {"text": "Sam, 8 months", "href": "#"}],
    "actions": [{"text": "Record a visit", "href": "#"}, {"text": "Share", "href": "#"}],
    "sections": [
        {"text": "Overview", "href": "#overview", "active": True},
        {"text": "Voice", "href": "#voice", "owed": 2},
        *({"text": name, "href": f"#{name}"} for name in ("Story", "Family", "Plan", "Contacts", "Sharing and files")),
    ],
    "danger": [{"text": "Gary must not learn where Maya lives.", "when": "2 Nov", "source": "Aisha Khan"}],
    "action": {"text": "Answer Maya", "href": "#"},
    "answer": {"text": "Yes, on Tuesdays.", "reason": "Nan has a bed", "told_by": "Aisha", "reaction": "good"},
    "options": ["Stay at home with Nan’s help", "Nan’s for two weeks"],
    "states": list(STATES),
    "crumbs": [{"text": "Today", "href": "/"}, {"text": "Everything else"}],
    "head": ["Name", {"text": "Age", "format": "numeric"}, "Who"],
    "rows": [
        ["Kelly", {"text": "31", "format": "numeric"}, "Mum"],
        ["Tomek", {"text": "34", "format": "numeric"}, "Dad"],
    ],
    "facts": [
        {"key": "School", "value": "St Anne’s", "actions": {"items": [{"text": "Change", "href": "#"}]}},
        {"key": "GP", "value": "Not asked"},
    ],
    "tasks": [
        {"title": "The child’s view", "href": "#", "hint": "Hers, not ours", "status": {"tag": {"text": "To do"}}},
        {"title": "Papers read", "status": {"text": "Ready"}},
    ],
    "pages": [{"number": 1, "href": "#", "current": True}, {"number": 2, "href": "#"}],
    "next_page": {"href": "#"},
}


class VisitForm(forms.Form):
    on = asked(DayField(label="When did you go?", help_text="For example, 6 11 2026"), recent=True)
    place = forms.ChoiceField(label="Where?", choices=[("home", "Home"), ("door", "On the doorstep")])
    who = forms.MultipleChoiceField(label="Who else?", required=False, choices=[("mum", "Kelly"), ("nan", "Nan")])


class ChildForm(forms.Form):
    seen = asked(
        forms.ChoiceField(label="Did you see Maya?", choices=[("alone", "Seen, on her own"), ("no", "Not seen")]),
        reveals={"no": ["why"]},
    )
    why = asked(forms.CharField(label="What happened?", required=False, widget=forms.Textarea), to_finish=True, rows=2)
    said = asked(
        forms.CharField(label="In Maya’s words", required=False, widget=forms.Textarea),
        standard="Write down what the child says in the child’s own words.",
        standard_code="PS1",
        max_words=200,
    )
    language = forms.ChoiceField(
        label="Language", required=False, choices=[("", "---------")] + [(str(n), f"Language {n}") for n in range(9)]
    )
    means = asked(forms.CharField(label="What does this mean for Maya?", widget=forms.Textarea), to_finish=True)


def gallery(draw: Any, asks: Any, cookies: dict[str, str] | None = None) -> dict[str, str]:
    """Every page of the gallery by path, drawn for a reader with these cookies."""

    def page(template: str, path: str, **more: Any) -> str:
        return draw(template, asks(path, cookies=cookies), key="k1", **SAMPLES, **more)

    fresh = {"form": VisitForm(), "child": ChildForm(prefix="maya")}
    wrong = {"form": VisitForm({"on-day": "31"}), "child": ChildForm({}, prefix="maya")}
    return {
        "/child/": page(CHILD, "/child/"),
        "/visit/": page(VISIT, "/visit/", **fresh),
        "/visit/wrong/": page(VISIT, "/visit/wrong/", **wrong),
        "/rest/": page(REST, "/rest/"),
    }
