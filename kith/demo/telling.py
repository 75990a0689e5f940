"""The words of the demo family's two years, newest last. Each line is a step of `kith.demo.family.Telling`."""

from typing import Any


def seen(saw: str, means: str = "", alone: str = "alone", **more: Any) -> dict[str, Any]:
    return {"saw": saw, "means": means, "alone": alone, **more}


def not_seen(because: str, words: str) -> dict[str, Any]:
    return {"seen": False, "not_seen_because": because, "not_seen_words": words}


_BABY = {"alone": "not_appropriate", "alone_words": "A baby, seen in his mother's arms and on the mat."}

TOLD: list[tuple[Any, ...]] = [
    ("history", "maya", (2017, 3, 4), "day", "Maya was born at Northcliff General, a week early.", "Kelly", "life"),
    (
        "history",
        "maya",
        (2019, 1, 1),
        "year",
        "The family lived with Nan Rose after Kelly lost her job.",
        "Nan Rose",
        "home",
    ),
    ("history", "maya", (2021, 9, 1), "month", "Maya started at St Anne's and made a friend, Bea.", "Kelly", "school"),
    (
        "history",
        "maya",
        (2023, 6, 1),
        "month",
        "Kelly and Tomek separated. Maya says the house went quiet.",
        "Maya",
        "home",
    ),
    (
        "visit",
        720,
        "home",
        "Two-bedroom flat, warm, food in the fridge. Kelly rang us first.",
        {
            "maya": seen(
                "Drew the whole time, looked at her mother before answering.",
                "She is watching the grown-ups.",
                said=[("wish", "I want to see Dad on Saturdays like before")],
            ),
            "leo": seen(
                "Under the table with his cars. Came out for a biscuit.",
                alone="child_chose_not",
                alone_words="He wanted Maya beside him.",
            ),
        },
        "Kelly",
    ),
    (
        "answer",
        708,
        "maya",
        "I want to see Dad",
        "partly",
        "Saturday mornings at the family centre with Dad, from next week.",
        "Not at Dad's flat yet: we want to see how Saturdays go first, and we will ask you.",
        "so_so",
    ),
    (
        "visit",
        690,
        "school",
        "Quiet room next to the library.",
        {
            "maya": seen(
                "Laughed about the class hamster. Tired eyes.",
                said=[("good_thing", "Mrs Bell lets me feed Biscuit the hamster")],
            ),
        },
    ),
    (
        "visit",
        655,
        "home",
        "Washing drying in every room. Kelly asleep when we knocked at four.",
        {
            "maya": seen("Made the tea herself, standing on a stool.", "Maya does more than a child should."),
            "leo": seen("Showed every car he owns.", said=[("wish", "I want a big bed not a baby bed")]),
        },
        "Kelly",
    ),
    (
        "answer",
        640,
        "leo",
        "I want a big bed",
        "agreed",
        "The bed came on Thursday. You chose the blue cover.",
        "",
        "ok",
    ),
    (
        "visit",
        610,
        "home",
        "Nan Rose was cooking. Everyone louder and easier than last time.",
        {
            "maya": seen(
                "Read to Leo without being asked.", said=[("worry", "I worry who looks after Mum when I'm at school")]
            ),
            "leo": seen("Fell asleep on Nan's lap.", alone="child_chose_not", alone_words="Asleep."),
        },
        "Kelly, Nan Rose",
    ),
    (
        "answer",
        598,
        "maya",
        "I worry who looks after Mum",
        "agreed",
        "Nan comes on Tuesdays and Thursdays now, and Jo the health visitor sees Mum on Mondays.",
        "",
        "ok",
    ),
    (
        "situation",
        590,
        "aisha",
        "maya",
        "strength",
        "Nan Rose comes two days a week and the children settle when she is there.",
        "Nan Rose",
    ),
    (
        "visit",
        560,
        "home",
        "Calm. Kelly had a list of questions for us.",
        {"maya": seen("Taught Leo a card game."), "leo": seen("Won twice.")},
        "Kelly",
    ),
    (
        "visit",
        520,
        "school",
        "Mrs Bell says attendance is full this half term.",
        {"maya": seen("Proud of her reading badge.", said=[("good_thing", "I got the reading badge before Bea")])},
    ),
    (
        "visit",
        480,
        "home",
        "A new person's coat in the hall. Kelly said Dean is a friend.",
        {
            "maya": seen("Went quiet when the door went.", "Something has changed at home."),
            "leo": seen(
                "Asked if we were staying.", alone="not_tried", alone_words="The room was shared and I did not ask."
            ),
        },
        "Kelly",
    ),
    (
        "visit",
        445,
        "home",
        "Dean there, friendly, stayed in the room.",
        {
            "maya": seen(
                "Looked at Dean before she answered.", alone="prevented", alone_words="Dean said she had homework."
            ),
            "leo": seen(
                "Held on to my sleeve at the door.", alone="prevented", alone_words="Dean stayed in the doorway."
            ),
        },
        "Kelly, Dean",
    ),
    ("mean", 445, "maya", 2, "Someone new in the house decided who she could talk to."),
    (
        "situation",
        444,
        "aisha",
        "maya",
        "worry",
        "Dean's shouting at night: both children have heard it.",
        "Maya and Leo",
    ),
    (
        "visit",
        430,
        "school",
        "Quiet room.",
        {
            "maya": seen(
                "Drew the flat with a lightning bolt over the sofa.",
                "The shouting is at night and she hears it.",
                said=[("worry", "Dean shouts when we are in bed")],
                promised=[("Talk to Mum about the shouting without saying Maya told us", 7)],
            ),
            "leo": seen("Built a wall of blocks and hid behind it."),
        },
    ),
    ("mean", 430, "maya", 3, "She told us about the shouting in a drawing before she had words for it."),
    ("mean", 430, "leo", 2, "He built a place to hide."),
    ("keep", 424, "Talk to Mum about the shouting"),
    (
        "answer",
        420,
        "maya",
        "Dean shouts when",
        "agreed",
        "We talked with Mum and with Dean. Dean sleeps at his own place now.",
        "",
        "so_so",
    ),
    (
        "situation",
        420,
        "aisha",
        "maya",
        "bottom_line",
        "Dean does not stay overnight while the children are at home.",
        "agreed with Kelly",
    ),
    (
        "visit",
        380,
        "home",
        "Dean's things gone from the hall. Kelly is expecting a baby.",
        {
            "maya": seen(
                "Excited about the baby, has chosen three names.", said=[("wish", "I want to hold the baby first")]
            ),
            "leo": seen("Says the baby can have his old bed."),
        },
        "Kelly, Nan Rose",
    ),
    (
        "answer",
        372,
        "maya",
        "I want to hold the baby",
        "agreed",
        "Mum says yes: you will be first after her.",
        "",
        "ok",
    ),
    (
        "visit",
        330,
        "home",
        "Boxes for the baby. Kelly tired but well; midwife visits weekly.",
        {"maya": seen("Helps fold tiny clothes."), "leo": seen("Quieter than last time.")},
        "Kelly",
    ),
    (
        "visit",
        290,
        "home",
        "Everything ready for the baby.",
        {
            "maya": seen("Slept at Nan's three nights; says it is easier there."),
            "leo": seen(
                "Counted the days on the calendar.", said=[("worry", "what if the baby cries and Dean gets cross")]
            ),
        },
        "Kelly",
    ),
    (
        "answer",
        281,
        "leo",
        "what if the baby cries",
        "agreed",
        "Dean will not be there at night. If he is, tell Nan or ring me.",
        "",
        "ok",
    ),
    ("baby", 250),
    (
        "visit",
        243,
        "home",
        "Baby home from hospital. Kelly sore and proud. Nan staying the week.",
        {
            "maya": seen("Held Sam first.", said=[("good_thing", "Sam holded my finger")]),
            "leo": seen("Sang to Sam."),
            "sam": seen("Pink, feeding well, safe sleep space seen.", **_BABY),
        },
        "Kelly, Nan Rose",
    ),
    ("mean", 243, "maya", 3, "She became a big sister again, and held Sam first as she was promised."),
    ("mean", 243, "leo", 2, "He is not the youngest any more."),
    (
        "visit",
        215,
        "home",
        "Nights are hard. Health visitor Jo there for part of the visit.",
        {
            "maya": seen("Dark under the eyes. Gets up to Sam.", "She is minding Sam at night."),
            "leo": seen("Happy about swimming.", alone="child_chose_not", alone_words="In the bath with Nan near."),
            "sam": seen("Gaining weight, looks at faces.", **_BABY),
        },
        "Kelly, Jo Pemberton",
    ),
    ("situation", 214, "aisha", "maya", "worry", "Maya minds Sam at night and is tired at school.", "Maya, Mrs Bell"),
    (
        "visit",
        180,
        "home",
        "Nan's three nights make the difference: Kelly slept.",
        {
            "maya": seen("Brighter. Showed her new pencil case."),
            "leo": seen("Rode his bike to the corner."),
            "sam": seen("Smiles back, rolls to one side.", **_BABY),
        },
        "Kelly, Nan Rose",
    ),
    (
        "situation",
        179,
        "aisha",
        "maya",
        "strength",
        "At school every day. Mrs Bell keeps the breakfast club place.",
        "St Anne's",
    ),
    (
        "visit",
        150,
        "home",
        "Shouting heard by neighbours last week; Kelly told us before we asked.",
        {
            "maya": seen(
                "Talked in a whisper.", said=[("worry", "I heard it again and I put the pillow on Leo's ears")]
            ),
            "leo": seen("Would not talk about it.", alone="child_chose_not", alone_words="He asked for Nan."),
            "sam": seen("Startles at loud sounds; settles with Nan.", **_BABY),
        },
        "Kelly",
    ),
    ("mean", 150, "maya", 3, "She heard it again, and looked after Leo instead of herself."),
    (
        "answer",
        140,
        "maya",
        "I heard it again",
        "partly",
        "Dean has moved out and police gave Mum a number to ring.",
        "We cannot promise he will never come to the door. If he does, you ring Nan, and Nan rings us.",
        "so_so",
    ),
    ("situation", 139, "aisha", "maya", "no_contact", "Gary Stone must not have contact: court order.", "court order"),
    ("situation", 139, "aisha", "maya", "strength", "Kelly rang us first, twice.", "Aisha Khan"),
    (
        "visit",
        120,
        "home",
        "Quiet summer. Paddling pool.",
        {
            "maya": seen("Taught Sam to splash."),
            "leo": seen("Missing two front teeth."),
            "sam": seen("Sits up, laughs at Leo.", **_BABY),
        },
        "Kelly, Nan Rose",
    ),
    (
        "visit",
        92,
        "home",
        "School starts next week; uniforms ready.",
        {
            "maya": seen("Worried about year five maths."),
            "leo": seen("Ready for year two."),
            "sam": seen("Crawling backwards.", **_BABY),
        },
        "Kelly",
    ),
    (
        "visit",
        64,
        "school",
        "Quiet room.",
        {
            "maya": seen("Told us about Bea's party.", said=[("wish", "I want to go to Bea's sleepover")]),
            "leo": seen("Read us a page.", said=[("good_thing", "I can read a whole page now")]),
        },
    ),
    (
        "answer",
        57,
        "maya",
        "I want to go to Bea's",
        "agreed",
        "Mum and Bea's mum talked. You are going on the 14th.",
        "",
        "ok",
    ),
    (
        "visit",
        38,
        "home",
        "Kelly low; Nan worried. Flat clean and warm.",
        {
            "maya": seen(
                "Made Sam's bottle before we could.",
                "She is on duty again.",
                promised=[("Write Nan's nights down so everyone knows them", 14)],
            ),
            "leo": seen("Wanted the bike outside."),
            "sam": seen("Pulls up on the sofa.", **_BABY),
        },
        "Kelly, Nan Rose",
    ),
    ("keep", 26, "Write Nan's nights down"),
    (
        "visit",
        11,
        "home",
        "Nan's three nights are on the fridge. The cot has moved into the children's room.",
        {
            "maya": seen(
                "Whispered, then drew it: two beds, a wall, Sam on the other side.",
                "She needs a place of her own to sleep, away from Sam and from the front room.",
                said=[("wish", "I want my own bed and not to hear it")],
                promised=[("Bed from the charity: send the form", 6)],
            ),
            "leo": seen("Showed his swimming badge.", said=[("good_thing", "I swam without the float")]),
            "sam": seen("Waves, tries to stand, tired by five.", **_BABY),
        },
        "Kelly, Nan Rose",
    ),
    (
        "situation",
        11,
        "aisha",
        "maya",
        "now",
        "Maya lives with Mum, Leo and Sam. She is safest on school days and on Nan's nights.",
        "Aisha Khan",
    ),
    ("situation", 11, "aisha", "maya", "worry", "Mum is not sleeping.", "Kelly, Nan Rose"),
    ("situation", 11, "aisha", "maya", "next_step", "Bed from the charity; Nan's nights in writing.", "Aisha Khan"),
    (
        "situation",
        11,
        "aisha",
        "maya",
        "do_not",
        "Do not use Dean or a neighbour to interpret or to pass messages.",
        "Aisha Khan",
    ),
    ("situation", 11, "aisha", "maya", "health", "Peanut allergy", "Kelly"),
    (
        "visit",
        4,
        "doorstep",
        "Nobody came to the door; lights on. Tried again after twenty minutes.",
        {
            "leo": not_seen("no_answer", "Rang Kelly after: they were at Nan's. Visit arranged for this week."),
        },
    ),
]
