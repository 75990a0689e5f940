"""What children said, and the little there is besides."""

from bench.rows.numbers import DAY, WORKER, Step, carrying

VOICE: list[Step] = [
    (
        "voice_words",
        "made_line where seen < 0.9 and said < 0.6",
        {
            "id": "id",
            "person_id": "child",
            "sort": "case when id % 5 < 2 then 'wish' else 'good_thing' end",
            "text": "md5(id::text) || ' I said this ' || repeat('and this ', much)",
            "said_on": "day",
            "way": "'spoken'",
            "heard_by": "'Somebody'",
            **carrying("$people + id"),
        },
    ),
    (
        "voice_wish",
        "voice_words w where sort = 'wish'",
        {
            "id": "id",
            "person_id": "person_id",
            "words_id": "id",
            "owed_by_id": f"{WORKER} + 1 + person_id % $workers",
            "answer_by_on": "said_on + 14",
            **carrying("act_id"),
        },
    ),
    (
        "voice_answer",
        "(select *, random() as dice from voice_wish) w where dice < 0.93",
        {
            "person_id": "person_id",
            "wish_id": "id",
            "outcome": "'agreed'",
            "decided_on": "answer_by_on - 8 + (dice * 15)::int",
            "told_by": "'Somebody'",
            "told_on": "case when dice < 0.85 then answer_by_on + 9 end",
            **carrying("act_id"),
        },
    ),
    (
        "record_withdrawal",
        "voice_words w where id % 1000 = 1",
        {
            "row_table": "'voice_words'",
            "row_id": "id",
            "person_id": "person_id",
            **carrying("act_id"),
        },
    ),
]

REST: list[Step] = [
    (
        "story_storyreview",
        "generate_series(1, $children) n, generate_series(0, 1) turn",
        {
            "person_id": "n",
            "reviewed_to": f"{DAY} - (random() * 150)::int - turn * 90",
            **carrying("n"),
        },
    ),
    (
        "people_situationline",
        "generate_series(1, $open) n, unnest(array['now', 'worry', 'strength', 'bottom_line']) kind",
        {"person_id": "n", "kind": "kind", "text": "'Things are so and so.'", **carrying("n")},
    ),
    (
        "standards_explanation",
        "generate_series(30, $open, 30) n",
        {
            "person_id": "n",
            "standard": "'seen-in-time'",
            "reason": "'The family was away, and we saw them the week after.'",
            "given_by_id": f"{WORKER} + 1",
            "given_on": f"{DAY} - 5",
            "accepted_by_id": f"{WORKER} + 2",
            "accepted_on": f"{DAY} - 4",
            "expires_on": f"{DAY} + 60",
            **carrying("n"),
        },
    ),
    (
        "standards_judgement",
        "generate_series(100, $open, 100) n",
        {
            "person_id": "n",
            "standard": "'heard'",
            "verdict": "'met'",
            "because": "'Read three visits.'",
            "judged_by_id": f"{WORKER} + 1",
            "judged_on": f"{DAY} - 30",
            **carrying("n"),
        },
    ),
    (
        "record_draft",
        "directory_account a, generate_series(1, 2) n",
        {
            "account_id": "a.id",
            "key": "'made-' || n",
            "title": "'A visit'",
            "fields": '\'{"saw": "some words"}\'',
            "version": "1",
        },
    ),
]
