"""What we did is told to whoever said what to change; what was shared without agreement is looked at (S3-16, S2-30).

Both are kept close: that somebody answered, or that something was shared, is not for everybody of a family to read.
"""

from kith.standards.shapes import Evidence, Following, PutRight, Root, Within, Wording

_ASKED_FOR = "(select id, person_id, asked_on, done_on from involvement_differencesaid where due_on is not null)"

you_said_we_did = Within(
    id="you-said-we-did",
    title="You said, we did",
    promise="When you tell us what to change in our work, we tell you soon what we did, or why not.",
    to_family="If you tell us what to change in our work, we tell you soon what we did, or why not.",
    to_child="If you tell us what to change, we tell you what we did, or why we did not.",
    roots=(Root("practice-standards", "4", ("S3-16",)),),
    limit="you-said-we-did",
    of=Following(table=_ASKED_FOR, done="x.done_on", since="x.asked_on"),
    one="answer",
    kept_close=True,
    evidence=Evidence(
        "Each answer to the question what difference we make that asks for something, and the day it was written, for "
        "whoever said it, what we did about it or why not. Their own page shows it at once.",
        "involvement.DifferenceSaid",
        has={"done_on__isnull": False},
    ),
    wording=Wording(
        met="Whoever said what to change in our work with {child} was told in time what we did, on {last}.",
        due="{count} about our work with {child}: say what we did about it by {by}.",
        missed="Somebody said what to change in our work with {child}, and was not told by {by} what we did.",
        explained="What we did about an answer on our work with {child} was not told by {by}. The reason is accepted "
        "until {until}.",
        not_yet="Nobody has said what to change in our work with {child}.",
        not_applicable="Nobody has said what to change in our work with {child}.",
    ),
    put_right=PutRight("child-said", "Say what we did"),
)

sharing_looked_at = Within(
    id="sharing-looked-at",
    title="Shared anyway, and looked at",
    promise="Now and then we must share without a yes, to keep a child safe. A manager then asks if that was right.",
    to_family="Now and then we must share without a yes, to keep a child safe. A manager then asks if that was right.",
    to_child="Now and then we must tell without a yes, to keep you safe. Our boss then asks if that was right.",
    roots=(
        Root("nottinghamshire", "information-sharing", ("S2-30",)),
        Root("girfec", "confidentiality", ("S0-13",)),
        Root("jersey", "confidentiality", ("S0-13",)),
    ),
    limit="share-authorised",
    of=Following(table="involvement_sharedanyway", done="x.authorised_on", since="x.shared_on"),
    one="sharing",
    kept_close=True,
    evidence=Evidence(
        "Each thing shared without agreement, and the day a manager who had not shared it said whether it was right.",
        "involvement.SharedAnyway",
        has={"authorised_on__isnull": False},
    ),
    wording=Wording(
        met="A manager said in time whether sharing about {child} without agreement was right, on {last}.",
        due="{count} about {child} without agreement: a manager says by {by} whether it was right.",
        missed="Something about {child} was shared without agreement. No manager said by {by} whether it was right.",
        explained="No manager said by {by} whether sharing about {child} without agreement was right. The reason is "
        "accepted until {until}.",
        not_yet="Nothing about {child} was shared without agreement.",
        not_applicable="Nothing about {child} was shared without agreement.",
    ),
    put_right=PutRight("child-consent", "Say whether it was right"),
)
