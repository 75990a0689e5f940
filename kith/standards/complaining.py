"""Complaints are answered in time (S4-25, E38). Few may know that somebody complained."""

from kith.standards.shapes import Answering, EachAnswered, Evidence, PutRight, Root, Wording

# Each stage of each complaint that has a day, once for every child it is about. Withdrawn after its day, it stays late.
_STAGES = """(
    select s.id, k.person_id, s.due_on,
      coalesce(s.ended_on, case when c.withdrawn_on > s.due_on then c.withdrawn_on end) as ended_on,
      c.withdrawn_on is not null as over
    from feedback_complaintstage s
    join feedback_complaint c on c.id = s.complaint_id
    join feedback_complaintchild k on k.complaint_id = c.id
    where s.due_on is not null
  )"""

complaints_answered = EachAnswered(
    id="complaints-answered",
    title="Complaints answered in time",
    promise="When you complain, somebody it is not about answers you in time. We tell you what we learn.",
    to_family="When you complain, somebody it is not about answers you in time. We tell you what we learn.",
    to_child="If we did wrong, you can say so. Someone else looks at it, and comes to tell you.",
    roots=(Root("jersey", "complaints", ("S4-25",)),),
    asked=Answering(table=_STAGES, done="x.ended_on", left="x.over"),
    by="whoever was asked to answer",
    one="complaint",
    kept_close=True,
    for_few=True,
    evidence=Evidence(
        "Each stage of a complaint about our work with the child, its day, and the day it was answered. Withdrawn in "
        "time, it owes nothing. Only whoever answers it or sees to complaints is told of it.",
        "",
    ),
    wording=Wording(
        met="The complaint about our work with {child} was answered in time, on {last}.",
        due="{count} about our work with {child}: answer by {by}.",
        missed="A complaint about our work with {child} was to be answered by {by}.",
        explained="A complaint about our work with {child} was to be answered by {by}. The reason is accepted until "
        "{until}.",
        not_yet="Nobody has complained about our work with {child}.",
        not_applicable="No complaint about our work with {child} is here for you to see.",
    ),
    put_right=PutRight("complaints", "Open the complaints"),
)
