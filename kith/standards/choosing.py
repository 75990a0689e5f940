"""Families are told which help there is, so that they can choose (S0-10)."""

from kith.standards.shapes import Evidence, Has, Newest, PutRight, Root, Wording

helps_told = Has(
    id="helps-told",
    title="Told which help there is",
    promise="We tell each family what help there is, so that they can choose.",
    to_family="We tell you what help there is for your child: what it is, how soon and what it costs. You choose.",
    to_child="We tell you what could help. You can say yes, no or not now.",
    roots=(Root("girfec", "informed-choice", ("S0-10",)), Root("jersey", "informed-choice", ("S0-10",))),
    limit="helps-told",
    there=Newest(
        table="sharing_release", only="x.kind = 'helps' and x.recipient_id <> x.person_id", of="x.released_on"
    ),
    evidence=Evidence(
        "A copy of “Which help there is”, of what is on offer for a child of this age, that left for somebody of the "
        "family by name. The child’s own version alone does not count.",
        "sharing.Release",
        has={"kind": "helps"},
    ),
    wording=Wording(
        met="{child}’s family was told which help there is, last on {last}.",
        due="Tell {child}’s family by {by} which help there is.",
        missed="{child}’s family has not been told which help there is. It was due by {by}.",
        explained="{child}’s family has not been told which help there is. The reason is accepted until {until}.",
        not_yet="{child}’s family has not been told yet which help there is.",
        not_applicable="No choice of help is promised here.",
    ),
    put_right=PutRight("child-copies", "Open the copies"),
)
