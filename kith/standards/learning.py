"""Whoever leads is trained, and stays so (S2-09)."""

from kith.standards.shapes import Evidence, Following, PutRight, Root, Within, Wording

# Each lead worker now: trained since they began; and, each time it ended while they led, renewed since the day after: a
# gap that was too long stays late until one that was not. Nothing is asked where a place keeps no training here at all.
# The course is the one every pack has by this key.
_LED = """(
    select l.id * 2 as id, l.person_id, l.from_on as since_on, (
        select min(greatest(t.taken_on, l.from_on)) from directory_trainingtaken t
        where t.account_id = l.account_id and t.course = 'child-protection'
          and (t.ends_on is null or t.ends_on >= l.from_on)
      ) as done_on
    from involvement_leadworker l
    where l.until_on is null and exists (select from directory_trainingtaken)
    union all
    select t.id * 2 + 1, l.person_id, t.ends_on + 1, (
        select min(n.taken_on) from directory_trainingtaken n
        where n.account_id = t.account_id and n.course = t.course and n.taken_on > t.ends_on
      )
    from involvement_leadworker l join directory_trainingtaken t on t.account_id = l.account_id
    where l.until_on is null and t.course = 'child-protection' and t.ends_on >= l.from_on and t.ends_on < %(today)s
      and not exists (
        select from directory_trainingtaken n
        where n.account_id = t.account_id and n.course = t.course and n.taken_on <= t.ends_on
          and (n.ends_on is null or n.ends_on > t.ends_on)
      )
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
        missed="{child}’s lead worker was to renew their training in child protection by {by}, and had not.",
        explained="{child}’s lead worker had not renewed their training in child protection by {by}. The reason is "
        "accepted until {until}.",
        not_yet="Nobody leads the work with {child} yet.",
        not_applicable="No training of {child}’s lead worker is kept here.",
    ),
    put_right=PutRight("child-supervision", "Talk about it in supervision"),
)
