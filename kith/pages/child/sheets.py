"""The sheets of the corner: well-known ways of helping a child say how things are, as data.

Three Houses (worries, good things, dreams), the wand of the Wizard and the Fairy, the Safety House, faces, nought to
ten, and words of one's own. Which house a child chose says what sort their words are: nobody guesses it (S0-02). Every
question is kept with the words, as it was asked.
"""

from dataclasses import dataclass

from kith.voice.rules import BANDS

ByBand = tuple[str, ...]  # young, middle, teen; one entry stands for all

FACES = {
    "happy": "happy",
    "calm": "calm",
    "proud": "proud",
    "loved": "loved",
    "excited": "excited",
    "sad": "sad",
    "worried": "worried",
    "scared": "scared",
    "angry": "angry",
    "tired": "tired",
    "lonely": "lonely",
    "mixed": "mixed up",
    "dont_know": "I don’t know",
    "not_say": "I don’t want to say",
}
# My meeting: to be there, to have one's words read out, to have somebody speak up (S0-03, J3).
TAKING_PART: dict[str, ByBand] = {
    "come": ("I want to come", "I want to come to it", "I want to be there"),
    "read_out": ("Read it out for me", "Read out what I say here", "Read out what I write here"),
    "speak": (
        "Someone speaks for me",
        "I want someone to speak up for me",
        "I want someone to speak for me (an advocate)",
    ),
    "not_sure": ("I don’t know", "I don’t know yet", "I don’t know yet"),
}
FEWER_FACES = ("happy", "loved", "calm", "sad", "worried", "scared", "angry", "tired", "mixed")
SORTS_OF_MY_OWN = {  # what a child may call words of their own
    "telling": ("Just telling you", "I am just telling you", "I am just telling you"),
    "good_thing": ("A good thing", "A good thing", "Something good"),
    "worry": ("A worry", "A worry", "A worry"),
    "wish": ("A wish", "Something I want to change", "Something I want to change"),
}
CHOSEN_BY_CHILD = "?"  # the child says what sort their words are


@dataclass(frozen=True)
class Part:
    """One question of a sheet, and the sort of words an answer to it is."""

    name: str
    sort: str
    ask: ByBand


@dataclass(frozen=True)
class Sheet:
    code: str
    title: ByBand
    parts: tuple[Part, ...]
    picks: str = ""  # "faces", "number" or "part": something to choose before any word
    bands: tuple[str, ...] = BANDS
    free: bool = False  # asks nothing: stays while guided sheets are off (design 7.3)

    def parts_for(self, band: str) -> list[Part]:
        """The questions of this band: a small child is asked fewer."""
        return [part for part in self.parts if said(part.ask, band)]

    def title_for(self, band: str) -> str:
        return said(self.title, band)

    def question_for(self, band: str) -> str:
        """The question of a sheet that asks one thing and no more."""
        return said(self.parts[0].ask, band) if len(self.parts) == 1 and not self.picks else ""

    @property
    def child_says_what_it_is(self) -> bool:
        return any(part.sort == CHOSEN_BY_CHILD for part in self.parts)


def said(words: ByBand, band: str) -> str:
    return words[min(BANDS.index(band), len(words) - 1)]


def _one(sort: str, *ask: str) -> tuple[Part, ...]:
    return (Part("words", sort, ask),)


SHEETS = (
    Sheet(
        "good-things",
        ("Good things", "House of good things", "Going well"),
        _one("good_thing", "What makes you happy?", "What is good in your life?", "What is going well for you?"),
    ),
    Sheet(
        "worries",
        ("Worries", "House of worries", "Worries"),
        _one("worry", "What makes you sad or scared?", "What are you worried about?", "What is worrying you?"),
    ),
    Sheet(
        "dreams",
        ("Dreams", "House of dreams", "Hopes"),
        _one("wish", "What do you wish for?", "What do you dream of, or wish for?", "What do you want to happen?"),
    ),
    Sheet(
        "wand",
        ("A magic wand", "A magic wand", "One thing"),
        _one(
            "wish",
            "You have a wand. What do you change?",
            "You have a magic wand. What would you change?",
            "If you could change one thing, what would it be?",
        ),
    ),
    Sheet(
        "safe-house",
        ("My safe house", "My safe house", "What safe looks like"),
        (
            Part("inside", "telling", ("", "Who lives in your safe house with you?", "Who would live there with you?")),
            Part("visits", "telling", ("", "Who can come to visit?", "Who could visit?")),
            Part("outside", "worry", ("", "Who must stay outside?", "Who would not be let in?")),
            Part(
                "rules",
                "wish",
                ("", "What are the rules, so that you feel safe?", "What rules would keep it safe?"),
            ),
        ),
        bands=("middle", "teen"),
    ),
    Sheet(
        "feelings",
        ("How I feel", "How I feel", "How I am"),
        _one(CHOSEN_BY_CHILD, "Why?", "Do you want to say why?", "Do you want to say more?"),
        picks="faces",
    ),
    Sheet(
        "number",
        ("0 to 10", "From 0 to 10", "From 0 to 10"),
        (
            Part("why", "telling", ("", "Why did you pick that one?", "Why that number?")),
            Part("higher", "wish", ("", "What would make it one higher?", "What would make it one higher?")),
        ),
        picks="number",
        bands=("middle", "teen"),
    ),
    Sheet(
        "my-meeting",
        ("My meeting", "My meeting", "My meeting"),
        (
            Part("first", "wish", ("What do you want?", "What do you want people to do?", "What should happen?")),
            Part("second", "wish", ("", "Is there a second thing?", "A second thing?")),
            Part("third", "wish", ("", "And a third?", "And a third?")),
        ),
        picks="part",
    ),
    Sheet(
        "my-own",
        ("Draw or write", "My own words", "My own words"),
        _one(CHOSEN_BY_CHILD, "What do you want to say?", "What do you want to say?", "What do you want to say?"),
        free=True,
    ),
)


def sheet_called(code: str) -> Sheet | None:
    return next((sheet for sheet in SHEETS if sheet.code == code), None)


def sheets_for(band: str, *, guided: bool) -> list[Sheet]:
    """What a child of this band may choose from; only what asks nothing while guided sheets are off."""
    return [sheet for sheet in SHEETS if band in sheet.bands and (guided or sheet.free)]
