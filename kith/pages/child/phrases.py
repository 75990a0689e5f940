"""The corner's own words, said three ways: for about 5 to 8, 9 to 12, and 13 and over.

Short, true, and never a clap for something sad. `tests/pages/child/test_reading.py` computes how old a reader must be.
"""

from functools import cache
from types import SimpleNamespace

_BANDS = ("young", "middle", "teen")

# name: (young, middle, teen); one entry stands for all three.
_PHRASES: dict[str, tuple[str, ...]] = {
    # home
    "i_want_to_say": ("I want to say", "I want to say something", "Say something"),
    "say_hint": ("", "Write it, draw it, or pick a face", "In your own words, or another way"),
    "what_you_did": ("What you did", "What you did about it", "What I said, what was done"),
    "did_hint": ("", "What I said, and the answers", "The answers, and the reasons"),
    "did_title": ("What you did", "What I said, what you did", "What I said, and what was done"),
    "my_people": ("My people",),
    "people_hint": ("", "The people who matter to me", "Who matters, in your words"),
    "my_family": ("My family", "My family", "My family, drawn"),
    "in_picture": ("Who is in it", "Who is in the picture", "Who is in the picture"),
    "not_right": (
        "Is someone not in it? Say so.",
        "Is someone left out, or not right? You can say so.",
        "Is someone left out, or is something wrong? You can say so.",
    ),
    "no_tree": (
        "There is no picture yet. You can ask for one.",
        "There is no picture of your family here yet. You can ask for one.",
        "There is no picture of your family here yet. You can ask for one.",
    ),
    "my_good_things": ("My good things", "My good things", "Good things"),
    "good_hint": ("", "A box for the good bits", "Yours to keep"),
    "kept": ("You kept this", "You kept this for later", "Kept for later. Only you can see it."),
    "an_answer": ("An answer for you!", "There is an answer for you", "There is an answer for you"),
    # saying something
    "choose": ("Pick one", "How do you want to say it?", "Choose a way to say it"),
    "start_here": ("You can start here", "A good one to start with", "You could start here"),
    "your_part": (
        "People meet to talk about you. Do you want to come?",
        "When people meet to talk about you: how do you want to take part?",
        "When people meet about you: how do you want to take part?",
    ),
    "draw": ("Draw it", "Draw it", "Draw"),
    "your_picture": ("What is in your picture?", "What is in your picture?", "What does it show?"),
    "adult": (
        "Who is writing?",
        "Who is writing this down?",
        "Who is writing this down?",
    ),
    "adult_me": ("Me", "I am", "I am"),
    "adult_other": ("A grown-up, for me", "A grown-up writes what I say", "An adult writes what I say"),
    "adult_name": ("Their name", "The grown-up’s name", "The adult’s name"),
    "is_it": ("Is it …", "What is this, to you?", "What would you call this?"),
    "next": ("Next", "Next: who will see it", "Next: who will see it"),
    "keep": ("Keep it", "Keep it for now", "Keep it for now"),
    "nothing_yet": (
        "It is empty. Write or draw, or go back.",
        "There is nothing here yet. Write something or draw it, or go back.",
        "There is nothing here yet. Write or draw something, or go back.",
    ),
    "kept_now": (
        "It is kept. Only you can see it.",
        "It is kept. Only you can see it. You can come back to it.",
        "Kept. Nobody else can see it. You can come back to it when you want.",
    ),
    "thrown": ("It is gone.",),
    # who will see this
    "who_sees": ("Who will see it?", "Who will see this?", "Who will see this?"),
    "others": (
        "So can the people who help {worker}.",
        "People who work with {worker} to keep you safe can read it too.",
        "People who work with {worker} to keep you safe can read it if they need to.",
    ),
    "not_family": (
        "Your family can not see it here.",
        "Your family can not see it here.",
        "Your family cannot see it here.",
    ),
    "kept_with_story": (
        "We keep it for you.",
        "It is kept as part of your story. You can ask to read it when you are older.",
        "It is kept as part of your story. You can ask to read your story, now or later.",
    ),
    "must_act": (
        "If someone hurts you, we have to tell. We want you to be safe.",
        "If you tell us someone is hurting you, we can not keep it secret. We have to act, to keep you safe.",
        "If you tell us someone is hurting you, we cannot keep it secret. We have to act on it, to keep you safe.",
    ),
    "harm": (
        "This is about someone hurting me",
        "This is about someone hurting me, or I think they might",
        "This is about someone hurting me, or I think they might",
    ),
    "harm_hint": (
        "Tick it and we tell someone now.",
        "Tick this and we tell the person on duty right now.",
        "Tick this and the person on duty is told right now.",
    ),
    "may_talk": (
        "Who can {worker} talk to about it?",
        "Who is it OK for {worker} to talk to about this?",
        "Who is it OK for {worker} to talk to about this?",
    ),
    "may_family": ("My family",),
    "may_meeting": ("The people at my meeting",),
    "send": ("Send it to {worker}",),
    "throw": ("Throw it away",),
    "throw_sure": ("Throw it away?", "Do you want to throw it away?", "Do you want to throw it away?"),
    "throw_hint": (
        "You can not get it back.",
        "It can not come back. Nobody has seen it.",
        "It cannot come back. Nobody has seen it.",
    ),
    "throw_yes": ("Yes, throw it away",),
    "throw_no": ("No, keep it",),
    # sent
    "thank_you": ("Thank you, {name}", "Thank you, {name}", "Thank you, {name}"),
    "has_it": ("{worker} has been told.", "{worker} has been told it is here.", "{worker} has been told it is here."),
    "receipt_by": (
        "{worker} will say “I have it” by {day}.",
        "{worker} has to tell you “I have got it” by {day}.",
        "{worker} has to tell you they have read it by {day}.",
    ),
    "answer_by": (
        "You get an answer by {day}.",
        "You asked for something, so you are owed an answer. It has to come by {day}.",
        "You are owed an answer to this. It has to come by {day}.",
    ),
    "take_back": ("Take it back",),
    "take_back_sure": ("Take it back?", "Do you want to take it back?", "Do you want to take it back?"),
    "take_back_hint": (
        "It goes away. {worker} may have seen it.",
        "It goes off all our pages. {worker} may have seen it before.",
        "It goes off all our pages. {worker} may have seen it before that.",
    ),
    "take_back_late": (
        "{worker} has it. You can say more.",
        "{worker} has it already. You can say something else about it.",
        "It has been read already. You can say something else about it.",
    ),
    "take_back_yes": ("Yes, take it back",),
    "take_back_no": ("No, leave it",),
    "taken_back": ("You have it back. It is gone.", "It is taken back.", "It is taken back."),
    "say_more": ("Say more", "Say something else", "Say something else"),
    "my_page": ("My page",),
    # answers
    "you_asked": ("You said", "You said", "You said"),
    "you_showed": ("You showed us", "You showed us", "You showed us"),
    "we_said": ("We said", "We said", "We said"),
    "we_did": ("We did", "What we did", "What was done"),
    "because": ("Because",),
    "is_that_ok": ("Is that OK?", "Is that OK?", "Is that OK with you?"),
    "ok": ("OK",),
    "so_so": ("Not sure",),
    "not_ok": ("Not OK",),
    "say_why": (
        "You can say why.",
        "You can say why. You do not have to.",
        "You can say why. You do not have to.",
    ),
    "tell_worker": ("Tell {worker}",),
    "helper_wanted": (
        "I want someone to help me say it",
        "I want someone to help me say what I think",
        "I want someone to speak up with me (an advocate)",
    ),
    "not_ok_hint": (
        "Not OK? Then someone else looks at it.",
        "If it is not OK, someone else looks at it again.",
        "If it is not OK, someone other than {worker} looks at it again. That can happen once.",
    ),
    "asked_again": (
        "Someone else will look at it: {who}.",
        "{who} will look at it again, and will tell you by {day}.",
        "{who} will look at it again. You will have a second answer by {day}.",
    ),
    "heard_still": (
        "We heard you. It is still the same answer.",
        "We heard you. The answer stays the same. A helper can speak up with you. Ask {worker} for one.",
        "We heard you. The answer stays as it is. An advocate can speak up with you: ask {worker} for one.",
    ),
    # when my worker is there
    "reach_when": ("They are there:", "When they are there:", "When they are there:"),
    "reach_else": ("If not:", "If they are not there:", "If they are not there:"),
    # another worker
    "another": ("I want another worker",),
    "another_why": (
        "Why? You do not have to say.",
        "You can say why. You do not have to.",
        "You can say why. You do not have to.",
    ),
    "another_truth": (
        "{worker} can see that you asked. Someone else tells you yes or no.",
        "{worker} can see that you asked, and you will not be in trouble. Someone else gives you the answer.",
        "{worker} can see that you asked. It is not held against you. A manager, never {worker}, gives the answer.",
    ),
    "another_ask": ("Ask for it", "Ask for another worker", "Ask for another worker"),
    "another_back": ("Not now",),
    "another_sent": (
        "You asked. We will tell you.",
        "We have it. A manager will give you an answer.",
        "We have it. A manager will give you an answer.",
    ),
    # a complaint
    "complain": ("Something you did is not OK", "I want to complain", "I want to complain"),
    "complain_why": ("What is not OK?", "What is wrong?", "What is wrong?"),
    "complain_helper": (
        "I want someone to help me say it",
        "I want someone to speak up with me",
        "I want someone on my side to speak up with me",
    ),
    "complain_truth": (
        "You are not in trouble. Someone else reads it and tells you what we do.",
        "You are not in trouble. Who it is about does not read it here. Someone else comes and tells you what we do.",
        "It is not held against you. Who it is about does not read it here. Someone else answers you, in person.",
    ),
    "complain_send": ("Send it",),
    "complain_sent": (
        "We have it. We will come and tell you.",
        "We have it. Someone will come and tell you what we do.",
        "We have it. Someone will tell you in person what we do.",
    ),
    "complain_before": ("You told us", "You told us", "You told us"),
    "complain_by": ("You hear from us by", "You hear from us by", "You will hear from us by"),
    "complain_late": ("We are late. Sorry.", "We are late. We are sorry.", "We are late. We are sorry."),
    "complain_told_soon": (
        "Someone will come and tell you.",
        "There is an answer. Someone will come and tell you.",
        "There is an answer. Someone will tell you in person.",
    ),
    # what was decided
    "decided": ("What grown-ups chose", "What was decided", "What was decided"),
    "does_it_help": (
        "We asked: does our help work?",
        "We asked: does what we do help?",
        "We asked what difference we make",
    ),
    "help_heard": ("Thank you for telling us.",),
    "help_late": ("We are late to tell you what we did. We are sorry.",),
    "help_waits": (
        "We will tell you here what we do.",
        "You will hear here what we do about it, by {day}.",
        "You will hear here what we do about it, by {day}.",
    ),
    "thought_over": (
        "They talked about it together first.",
        "They thought it over together first.",
        "It was thought over together before it was decided.",
    ),
    "nothing_decided": (
        "No one has told you here yet. You can ask.",
        "Nobody has told you of anything here yet. You can ask.",
        "Nobody has told you of a decision here yet. You can ask.",
    ),
    "disagree": ("I say no", "I don’t agree", "I don’t agree"),
    "disagree_why": ("What is not right?", "What is not right about it?", "What is not right about it?"),
    "disagree_truth": (
        "Someone else will look at it, and tell you here.",
        "Someone who did not choose this will look at it, and tell you here.",
        "Someone who did not choose this will look at it. You get the answer here.",
    ),
    "disagree_send": ("Send it",),
    "disagree_waits": ("You get an answer by", "You get an answer by", "The answer is due by"),
    "disagree_with": (
        "Someone else is looking at it.",
        "Someone who did not choose this is looking at it.",
        "Someone who did not choose this is looking at it.",
    ),
    "disagree_late": (
        "We are late with your answer. Sorry.",
        "We are late with your answer. We are sorry.",
        "Your answer is late. We are sorry.",
    ),
    "disagree_paused": (
        "We wait till then.",
        "Until then, nothing is done about it.",
        "Until then, what was decided is not done.",
    ),
    "disagree_goes_on": (
        "It stays as it is till then.",
        "Until then, it stays as we told you.",
        "Until then, what was decided goes on.",
    ),
    "disagree_sent": (
        "We have it. You will get an answer.",
        "We have it. Someone will look at it and tell you.",
        "We have it. Someone else will look at it and tell you.",
    ),
    "is_it_clear": ("Do you get it?", "Is it clear to you?", "Is it clear to you?"),
    "not_clear": ("I don’t get it", "I don’t understand", "I don’t understand"),
    "clear": ("I get it", "I understand it", "It is clear to me"),
    "clear_kept": ("You said you get it.", "You told us it is clear.", "You told us it is clear."),
    "not_clear_kept": (
        "We have it. Someone will go over it with you.",
        "We have it. Someone will go through it with you.",
        "We have it. Someone will go through it with you.",
    ),
    "not_clear_waits": (
        "Someone will go over it with you by",
        "Someone will go through it with you by",
        "Someone will go through it with you by",
    ),
    "not_clear_late": (
        "We are late. Sorry. You can ask who you like best.",
        "We are late to go through it with you. We are sorry.",
        "We are late to go through it with you. We are sorry.",
    ),
    "you_disagreed": ("You said no", "You did not agree", "You did not agree"),
    # all about me
    "all_about_me": ("All about me",),
    "card_truth": (
        "{worker} and the people who help can read it.",
        "{worker} and the people who work with you can read it. You can change it when you like.",
        "{worker} and the people who work with you can read it. You can change it when you like.",
    ),
    "card_keep": ("Keep it", "Keep it like this", "Keep it like this"),
    "card_kept": ("It is kept.",),
    # not safe
    "not_safe": ("I don’t feel safe",),
    "right_to_say": (
        "You did the right thing.",
        "You did the right thing. You are not in trouble.",
        "You did the right thing by telling us. You are not in trouble.",
    ),
    "tell_now": ("Tell someone now",),
    "what_happens": (
        "What is wrong? You do not have to say.",
        "What is happening? You do not have to say.",
        "What is happening? You do not have to say.",
    ),
    "where": ("Where are you?", "Where are you now?", "Where are you now?"),
}


@cache
def phrases_for(band: str) -> SimpleNamespace:
    """Every phrase as this band is spoken to: `say.next` in a template."""
    place = _BANDS.index(band)
    return SimpleNamespace(**{name: said[min(place, len(said) - 1)] for name, said in _PHRASES.items()})
