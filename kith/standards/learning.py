"""Whoever leads is trained, and stays so (S2-09)."""

from kith.standards.shapes import Evidence, Following, PutRight, Root, Within, Wording

# Each lead worker now: trained since they began; and, where it ended while they led, since the day after. Nothing is
# asked where a place keeps no training here at all. The course is the one every pack has by this key.
_LED = """(
    select l.id * 2 as id, l.person_id, l.from_on as since_on, (
        select min(greatest(t.taken_on, l.from_on)) from directory_trainingtaken t
        where t.account_id = l.account_id and t.course = 'child-protection'
          and (t.ends_on is null or t.ends_on >= l.from_on)
      ) as done_on
    from involvement_leadworker l
    where l.until_on is null and exists (select from directory_trainingtaken)
    union all
    select l.id * 2 + 1, l.person_id, last.ends_on + 1, null::date
    from involvement_leadworker l
    cross join lateral (
      select max(t.ends_on) as ends_on, bool_or(t.ends_on is null) as lasts from directory_trainingtaken t
      where t.account_id = l.account_id and t.course = 'child-protection'
    ) last
    where l.until_on is null and not last.lasts and last.ends_on >= l.from_on and last.ends_on < %(today)s
  )"""

lead_trained = Within(
    id="lead-trained",
    title="A trained lead worker",
    promise="Every lead worker is trained to keep children safe, and stays so.",
    to_family="Your lead worker is trained to keep children safe, and stays so.",
    to_child="The person who works with you learns how to keep you safe, again and again.",
    roots=(Root("nottinghamshire", "shared-responsibility", ("S2-09",)),),
    limit="lead-trained",
    of=Following(table=_LED, done="x.done_on", since="x.since_on"),
    one="lead worker",
    evidence=Evidence(
        "The lead worker of the open work, and a course in child protection that counts: from the day they began, and "
        "from the day after it ended. What they say themselves counts; whether another has verified it stands beside "
        "it.",
        "involvement.LeadWorker",
        has={"until_on": None},
    ),
    wording=Wording(
        met="{child}’s lead worker is trained in child protection, as at {last}.",
        due="{child}’s lead worker renews their training in child protection by {by}.",
        missed="{child}’s lead worker was to renew their training in child protection by {by}, and has not.",
        explained="{child}’s lead worker had not renewed their training in child protection by {by}. The reason is "
        "accepted until {until}.",
        not_yet="Nobody leads the work with {child} yet.",
        not_applicable="No training of {child}’s lead worker is kept here.",
    ),
    put_right=PutRight("child-supervision", "Talk about it in supervision"),
)
