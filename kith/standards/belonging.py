"""Who a child is and who is around them: asked with care, strengths first, their own people with something to do."""

from kith.standards.shapes import Children, Evidence, Has, Newest, PutRight, Root, Wording


def _card(part: str) -> Newest:
    """A line of the child's card that stands."""
    return Newest(
        table="people_aboutme",
        only=f"x.ended_on is null and x.part = '{part}' and says(x.text)",
        of="x.from_on",
    )


def _on_card(part: str, words: str) -> Evidence:
    return Evidence(words, "people.AboutMe", has={"part": part, "ended_on": None})


_IDENTITY = """(
    select p.id, p.id as person_id from people_person p
    where (says(p.gender_described) or 'gender' = any(p.would_not_say))
      and (says(p.ethnicity_described) or p.ethnicity not in ('', 'NOBT') or 'ethnicity' = any(p.would_not_say))
      and (says(p.religion_described) or lower(p.religion_described) = 'none' or p.religion <> ''
        or 'religion' = any(p.would_not_say))
      and (cardinality(p.disabilities) > 0 or 'disability' = any(p.would_not_say))
      and exists (select from people_language l where l.person_id = p.id)
  )"""

identity_asked = Has(
    id="identity-asked",
    title="Asked who they are",
    promise="We ask each child and family who they are, with care. They may choose not to say.",
    to_family="We ask about your language, your faith and your roots. You can choose not to say.",
    to_child="We ask you who you are: your language, your faith, where you come from. You can say no.",
    roots=(Root("nottinghamshire", "inclusive", ("S2-20",)),),
    applies_to=Children(born=True),
    limit="family-known",
    there=Newest(table=_IDENTITY, of="null::date"),
    evidence=Evidence(
        "Gender, ethnicity, religion or belief, and disability each answered in words or by code, or “would rather not "
        "say”; and at least one language. “Not yet asked” is no answer.",
        "people.Person",
    ),
    wording=Wording(
        met="{child} and the family were asked who they are, and their languages.",
        due="Ask {child} and the family about gender, ethnicity, religion, disability and language by {by}.",
        missed="Something of who {child} is has not been asked yet. It was needed by {by}.",
        explained="Something of who {child} is has not been asked yet. The reason is accepted until {until}.",
        not_yet="Something of who {child} is has not been asked yet.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("describe-person", "Write what they say"),
)

_STRENGTHS = """(
    select n.id, n.person_id, n.noted_on from assessment_domainnote n
    where says(n.strengths) or says(n.none_found_how)
    union all
    select s.id, s.person_id, s.from_on from people_situationline s
    where s.kind = 'strength' and s.ended_on is null and says(s.text)
  )"""

strengths_looked_for = Has(
    id="strengths-looked-for",
    title="Strengths looked for",
    promise="We look for what goes well for each child, as well as for what is hard.",
    to_family="We ask what goes well at home, as well as what is hard.",
    to_child="We look for what goes well and what you are good at.",
    roots=(
        Root("girfec", "strengths", ("S0-05",)),
        Root("jersey", "strengths", ("S0-05",)),
        Root("jersey", "positive", ("S4-22",)),
        Root("principles", "vii", ("S0-05", "S1-26")),
    ),
    limit="strengths-looked-for",
    there=Newest(table=_STRENGTHS, of="x.noted_on"),
    evidence=Evidence(
        "A strength written on the map of the child’s life or among what is going well; or, where none was found, how "
        "we looked.",
        "assessment.DomainNote",
    ),
    wording=Wording(
        met="Strengths around {child} were last written down on {last}.",
        due="Write what goes well for {child}, or how you looked for it, by {by}.",
        missed="No strength is written for {child}, and not how we looked. It was needed by {by}.",
        explained="No strength is written for {child}. The reason is accepted until {until}.",
        not_yet="No strength is written for {child} yet.",
        not_applicable="No strengths are asked for here.",
    ),
    put_right=PutRight("child-assessment", "Open the map"),
)

_NETWORK = """(
    select o.id, o.person_id, o.from_on from people_offer o where o.until_on is null and says(o.what)
    union all
    select i.id, i.person_id, i.from_on from people_serviceinstead i where i.until_on is null and says(i.because)
    union all
    select a.id, a.person_id, a.asked_on from people_asking a where a.topic = 'help'
  )"""

own_people_asked = Has(
    id="own-people-asked",
    title="Their own people asked",
    promise="We first ask who of a family’s own people can help.",
    to_family="We ask you who of your own people can help, and what they would like to do.",
    to_child="We ask who of your people can help you.",
    roots=(Root("girfec", "strengths", ("S0-05",)), Root("jersey", "strengths", ("S0-05",))),
    limit="network-asked",
    there=Newest(table=_NETWORK, of="x.from_on"),
    evidence=Evidence(
        "What somebody of the family or its friends will do; or that they were asked and what they said; or why a "
        "service does it instead.",
        "people.Offer",
        has={"until_on": None},
    ),
    wording=Wording(
        met="What {child}’s own people can do was last written down on {last}.",
        due="Ask {child}’s own people what they can do, by {by}.",
        missed="Nobody has written what {child}’s own people can do, or that they were asked. It was needed by {by}.",
        explained="{child}’s own people have not been asked what they can do. The reason is accepted until {until}.",
        not_yet="{child}’s own people have not been asked what they can do yet.",
        not_applicable="Nobody’s own people are asked about here.",
    ),
    put_right=PutRight("record-offer", "Write what they offer"),
)

hard_times = Has(
    id="hard-times",
    title="How they came through before",
    promise="We know how each family came through a hard time before, and what helped.",
    to_family="We ask how you came through a hard time before, and what helped you.",
    to_child="We ask what helped you when things were hard before.",
    roots=(Root("jersey", "capacity", ("S4-17.2",)),),
    applies_to=Children(born=True),
    limit="all-about-me",
    there=_card("coping"),
    evidence=_on_card("coping", "A line of the child’s card: a hard time they came through, and what helped."),
    wording=Wording(
        met="What helped {child} and the family through a hard time was written on {last}.",
        due="Write what helped {child} and the family through a hard time, by {by}.",
        missed="It is not written what helped {child} and the family through a hard time. It was needed by {by}.",
        explained="It is not written what helped {child} before. The reason is accepted until {until}.",
        not_yet="It is not written yet what helped {child} before.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("say-about-me", "Write it on the card"),
)

days_celebrated = Has(
    id="days-celebrated",
    title="What they celebrate",
    promise="We know the days and things each child and family celebrate.",
    to_family="We ask what days you celebrate, so that we can be glad with you.",
    to_child="We ask which days are special for you.",
    roots=(Root("girfec", "diversity", ("S0-07",)), Root("jersey", "diversity", ("S0-07",))),
    applies_to=Children(born=True),
    limit="all-about-me",
    there=_card("celebrates"),
    evidence=_on_card("celebrates", "A line of the child’s card: days and things they celebrate."),
    wording=Wording(
        met="What {child} celebrates was written on {last}.",
        due="Ask what {child} and the family celebrate, by {by}.",
        missed="It is not written what {child} and the family celebrate. It was needed by {by}.",
        explained="It is not written what {child} celebrates. The reason is accepted until {until}.",
        not_yet="It is not written yet what {child} celebrates.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("say-about-me", "Write it on the card"),
)

own_pace = Has(
    id="own-pace",
    title="At the child’s pace",
    promise="We know what suits each child: what time, what place, how long.",
    to_family="We ask what time and place suit your child, and how long is right.",
    to_child="We ask what time and place you like, and when you need a break.",
    told_to=("child",),
    roots=(Root("practice-standards", "8", ("S3-29",)),),
    applies_to=Children(born=True),
    limit="all-about-me",
    there=_card("pace"),
    evidence=_on_card("pace", "A line of the child’s card: time of day, place, how long, breaks."),
    wording=Wording(
        met="What suits {child} was written on {last}.",
        due="Ask what time, place and length suit {child}, by {by}.",
        missed="It is not written what time, place and length suit {child}. It was needed by {by}.",
        explained="It is not written what suits {child}. The reason is accepted until {until}.",
        not_yet="It is not written yet what suits {child}.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("say-about-me", "Write it on the card"),
)
