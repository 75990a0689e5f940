"""What is owed around a conference: the report before it, and to the child, to be heard after it all the same."""

from kith.standards.shapes import Children, Evidence, Following, PutRight, Root, Within, Wording

# Counted back from the day of the conference: held, or still to come.
_REPORTS = """(
    select l.id, l.person_id, coalesce(l.held_on, m.planned_for) as since, l.report_shared_on,
      case l.kind when 'review' then 'report-to-family-review' else 'report-to-family-first' end as key
    from involvement_meetingline l join involvement_protectionmeeting m on m.id = l.meeting_id
    where l.kind in ('conference', 'review') and coalesce(l.held_on, m.planned_for) is not null
  )"""
# A review at which no view of the child's came says why; their words on or after that day are the view.
_WITHOUT_A_VIEW = """(
    select r.id, r.person_id, r.held_on, (
      select min(w.said_on) from voice_words w where w.person_id = r.person_id and w.said_on >= r.held_on
        and (w.text = '' or says(w.text))
    ) as said_on
    from (
      select l.id, l.person_id, l.held_on, l.child_why_not from involvement_meetingline l where l.held_on is not null
      union all
      select c.id, c.person_id, c.held_on, c.child_why_not from involvement_carereviewline c
    ) r where r.child_why_not <> ''
  )"""

report_shared = Within(
    id="report-shared",
    title="The report before the conference",
    promise="We give the family our report before the day we meet, with time to read it.",
    to_family="You will have our report before we meet, with time to read it and ask.",
    to_child="We tell you what we wrote before the big meeting.",
    roots=(
        Root("practice-standards", "4", ("S3-14",)),
        Root("nottinghamshire", "information-sharing", ("S2-28",)),
    ),
    limit="report-to-family-first",
    also=("report-to-family-review",),
    of=Following(table=_REPORTS, done="x.report_shared_on", since="x.since", key="x.key"),
    evidence=Evidence(
        "The day the family had the report, beside the last day that leaves them time before a first or a review "
        "conference.",
        "involvement.MeetingLine",
        has={"report_shared_on__isnull": False},
    ),
    wording=Wording(
        met="The family had the last report about {child} in time, on {last}.",
        due="Give the family the report about {child} by {by}.",
        missed="The family was to have the report about {child} by {by}.",
        explained="The family did not have the report about {child} by {by}. The reason is accepted until {until}.",
        not_yet="No conference about {child} is planned.",
        not_applicable="No conference about {child} is planned or held.",
    ),
    put_right=PutRight("child-protection", "Open the steps to protect"),
)

view_after_review = Within(
    id="view-after-review",
    title="The child’s view after a review",
    promise="If we had to meet without a child’s view, we ask for it in the days after.",
    to_family="If your child was not heard at a meeting, we go and ask your child soon after.",
    to_child="If you did not say what you think at a meeting, we come and ask you.",
    roots=(
        Root("practice-standards", "4", ("S0-03",)),
        Root("girfec", "child-at-the-centre", ("S0-03",)),
    ),
    applies_to=Children(born=True),
    limit="view-after-review",
    of=Following(table=_WITHOUT_A_VIEW, done="x.said_on", since="x.held_on"),
    evidence=Evidence(
        "Each conference or review at which the child said nothing or no view of theirs came, with the reason; and the "
        "first day after it with words of theirs on the record. Under fours are not asked.",
        "voice.Words",
    ),
    wording=Wording(
        met="{child} was heard on {last}, after a review that lacked their view.",
        due="A review lacked {child}’s view. Ask for it by {by}.",
        missed="A review lacked {child}’s view, and it was not asked for by {by}.",
        explained="A review lacked {child}’s view, due by {by}. The reason is accepted until {until}.",
        not_yet="No review has gone on without {child}’s view.",
        not_applicable="No review has gone on without {child}’s view.",
    ),
    put_right=PutRight("write-words", "Write what they say"),
)
