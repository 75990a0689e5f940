"""What is decided about a child has reasons, and whoever thinks it wrong is answered by somebody else."""

from kith.standards.shapes import Answering, EachAnswered, Evidence, Following, PutRight, Root, Within, Wording

decisions_reasoned = EachAnswered(
    id="decisions-reasoned",
    title="Decisions with reasons",
    promise="When we decide about a child, we say why.",
    to_family="When we decide about your child, we tell you why.",
    to_child="When we decide about you, we say why.",
    roots=(
        Root("practice-standards", "5", ("S3-17", "S3-18")),
        Root("girfec", "informed-choice", ("S0-11",)),
        Root("principles", "xi", ("S1-35",)),
    ),
    asked=Answering(
        table="decisions_decision",
        only="x.owed_by_on is not null",
        done="x.finished_on",
        due="x.owed_by_on",
        left="x.state <> 'proposed'",
    ),
    by="whoever decided",
    limit="own-decision-after-court-or-police",
    evidence=Evidence(
        "Each decision, and the day it was finished with nothing missing.",
        "decisions.Decision",
        has={"finished_on__isnull": False},
    ),
    wording=Wording(
        met="Every decision about {child} has its reasons, the last on {last}.",
        due="A decision about {child} still lacks its reasons: {count}. Finish it by {by}.",
        missed="A decision about {child} was not finished with its reasons by {by}.",
        explained="A decision about {child} was not finished by {by}. The reason is accepted until {until}.",
        not_yet="Nothing has been decided about {child} yet.",
        not_applicable="No decision about {child} is written down.",
    ),
    put_right=PutRight("child-decisions", "Finish it"),
)

challenges_answered = EachAnswered(
    id="challenges-answered",
    title="Challenges answered",
    promise="If someone says we got it wrong, we ask someone new to look at it.",
    to_family="If you say we got it wrong, someone else looks at it soon.",
    to_child="If you say we got it wrong, a new grown-up looks at it.",
    roots=(Root("practice-standards", "5", ("S3-20",)),),
    asked=Answering(table="decisions_challenge", done="x.answered_on", late="x.late_at <> '{}'"),
    by="somebody who did not decide",
    limit="challenge-informal",
    evidence=Evidence(
        "Each challenge, its level, and the day it was answered.",
        "decisions.Challenge",
        has={"answered_on__isnull": False},
    ),
    wording=Wording(
        met="The challenge to a decision about {child} was answered in time, on {last}.",
        due="A challenge to a decision about {child} waits for its answer: {count}. It is due by {by}.",
        missed="A challenge to a decision about {child} was not answered by {by}.",
        explained="A challenge about {child} was not answered by {by}. The reason is accepted until {until}.",
        not_yet="No decision about {child} has been challenged yet.",
        not_applicable="No decision about {child} has been challenged.",
    ),
    put_right=PutRight("child-decisions", "Answer it"),
)

decisions_looked_at_again = EachAnswered(
    id="decisions-looked-at-again",
    title="Decisions looked at again",
    promise="When things change, we ask if what we decided is still right.",
    to_family="If things change, we ask: is what we chose still right?",
    to_child="When things change, we look again at what we chose to do.",
    roots=(
        Root("practice-standards", "5", ("S1-35",)),
        Root("principles", "xi", ("S1-35",)),
    ),
    asked=Answering(table="decisions_revisit", done="x.answered_on", late="x.asked_before <> '{}'"),
    by="whoever decided",
    limit="decision-revisited",
    evidence=Evidence(
        "Each time something significant, or a broken bottom line, asks whether a decision still stands, and the day "
        "it was answered with its reasons. Passed on because nobody answered is late.",
        "decisions.Revisit",
        has={"answered_on__isnull": False},
    ),
    wording=Wording(
        met="The decisions about {child} were looked at again when something happened, the last on {last}.",
        due="Does what happened change a decision about {child}? Answers owed: {count}. Look by {by}.",
        missed="A decision about {child} was not looked at again by {by}, after something happened.",
        explained="A decision about {child} was not looked at again by {by}. The reason is accepted until {until}.",
        not_yet="Nothing has happened since the last decision about {child}.",
        not_applicable="Nothing has happened since a decision about {child} that might change it.",
    ),
    put_right=PutRight("child-decisions", "Look again"),
)

more_time_answered = Within(
    id="more-time-answered",
    title="More time answered",
    promise="When a worker asks for more time, we have a manager say yes or no soon, and why.",
    to_family="If we need more time, a manager looks at why, and we tell you.",
    to_child="If we need more time, the boss asks why.",
    roots=(Root("practice-standards", "5", ("S3-19",)),),
    limit="more-time-answered",
    of=Following(table="standards_moretime", done="x.answered_on", since="x.asked_on"),
    one="request",
    evidence=Evidence(
        "Each request for more time than a limit gives, and the day a manager who does not lead the work answered it "
        "with reasons. Allowed time explains; what ends after the limit is late all the same.",
        "standards.MoreTime",
        has={"answered_on__isnull": False},
    ),
    wording=Wording(
        met="The last request for more time for {child} was answered in time, on {last}.",
        due="Answer the request for more time for {child} by {by}.",
        missed="A request for more time for {child} was not answered by {by}.",
        explained="A request for more time for {child} was not answered by {by}. The reason is accepted until {until}.",
        not_yet="Nobody has asked for more time for {child}.",
        not_applicable="Nobody has asked for more time for {child}.",
    ),
    put_right=PutRight("child-clocks", "Answer it"),
)
