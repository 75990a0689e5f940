"""Plain language: how names, lists and dates are said, and honest hints about words that are hard or unkind.

Hints advise and never block. Answers S4-23 (plain language, explain what is not clear), S4-18 (courtesy, without
blame), S1-26 (no deficit language) and design 7.11 (evidence has words). Pure: text in, text or findings out.
"""

from kith.calendar import ago, counted, in_full, joined
from kith.words.enough import SAYS_NOTHING, asks_for_words, needs_words
from kith.words.focus import Share, share_of
from kith.words.kinder import OUR_WORDS, Flag, Say, flags
from kith.words.reading import long_sentences, reading_age, sentences
from kith.words.repeated import passages, stands_at, taken_out
from kith.words.spoken import clock, ended, possessive, short_day, short_moment

__all__ = [
    "OUR_WORDS",
    "SAYS_NOTHING",
    "Flag",
    "Say",
    "Share",
    "ago",
    "asks_for_words",
    "clock",
    "counted",
    "ended",
    "flags",
    "in_full",
    "joined",
    "long_sentences",
    "needs_words",
    "passages",
    "possessive",
    "reading_age",
    "sentences",
    "share_of",
    "short_day",
    "short_moment",
    "stands_at",
    "taken_out",
]
