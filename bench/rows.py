"""What the made-up authority holds, step by step: SQL as it stands, or (table, where its rows come from, columns).

$people, $children, $open, $visits_if_closed, $workers and $teams are numbers. People 1..$children are children, the
first $open of them with open work; the others are adults. Children 2f-1 and 2f are family f. Each person's first act
carries the person's own number and its occasion a thousand more (an empty instance has some already); those of visits
follow.
"""

Columns = dict[str, str]
Step = str | tuple[str, str, Columns]

_DAY = "date '2026-11-17'"
_NOW = "timestamptz '2026-11-17 10:00+00'"
_MARGIN = 1_000_000  # accounts' numbers by what they are here as
WORKER, FAMILY, PARTNER, CHILD = 10_000, 2 * _MARGIN, 3 * _MARGIN, 4 * _MARGIN  # the first account of each kind
_PARENT = "($children + 1 + 2 * f % ($people - $children - 1))"  # the first parent of family f; the second follows

_PEOPLE: list[Step] = [
    (
        "people_person",
        "made_person",
        {
            "id": "id",
            "ref": "ref",
            "called": "given || ' ' || family",
            "sort_key": "lower(family || ' ' || given)",
            "name_held": "true",
            "born_on": "born",
            "born_precision": "'day'",
            "sex": "'U'",
            "act_id": "id",
            "latest_act_id": "id",
        },
    ),
    (
        "people_identifier",
        "made_person where id <= $children",
        {
            "kind": "'nhs'",
            "value": "(9000000000 + id * 37)::text",
            "person_id": "id",
            "act_id": "id",
            "latest_act_id": "id",
        },
    ),
    (
        "people_searchkey",
        """made_person, lateral (values (lower(given)), (lower(family)), (lower(ref)), (born::text),
            (case when id <= $children then (9000000000 + id * 37)::text end)) as keys (key) where key is not null""",
        {"person_id": "id", "key": "key"},
    ),
]

_SERVICES: list[Step] = [
    ("directory_agency", "generate_series(1, 6) n", {"id": "n", "name": "'Agency ' || n", "kind": "'health'"}),
    (
        "directory_team",
        "generate_series(1, $teams) n",
        {"id": "n", "name": "'Team ' || n", "agency_id": "1"},
    ),
    (
        "directory_account",
        f"""(select {WORKER} + n as id, 'staff' as audience, null::bigint as person from generate_series(1, $workers) n
          union all select {FAMILY} + f, 'family', {_PARENT} from generate_series(1, $children / 20) f
          union all select {PARTNER} + n, 'partner', null from generate_series(1, 60) n
          union all select {CHILD} + n, 'child', n from generate_series(1, $open / 20) n) a""",
        {
            "id": "id",
            "audience": "audience",
            "person_id": "person",
            "is_active": "true",
            "email": "audience || id || '@bench.test'",
            "name": "'Somebody ' || id",
        },
    ),
    (
        "directory_staff",
        "generate_series(1, $workers) n",
        {
            "account_id": f"{WORKER} + n",
            "name": f"'Somebody ' || {WORKER} + n",
            "job_title": "'Social worker'",
            "team_id": "1 + (n - 1) / 8 % $teams",
            "registered": "true",
        },
    ),
]

_WORK: list[Step] = [
    (
        "involvement_spell",
        "generate_series(1, $children) n",
        {
            "id": "n",
            "person_id": "n",
            "level": """(array['child_in_need', 'child_in_need', 'child_in_need', 'child_protection', 'looked_after',
              'family_help'])[1 + n % 6]""",
            "started_on": f"{_DAY} - 20 - (random() * 700)::int",
            "closed_on": f"case when n > $open then {_DAY} - 10 end",
            "act_id": "n",
            "latest_act_id": "n",
        },
    ),
    (
        "involvement_leadworker",
        "involvement_spell s where s.id % 50 > 0",
        {
            "person_id": "person_id",
            "spell_id": "id",
            "account_id": f"{WORKER} + 1 + id % $workers",
            "name": f"'Somebody ' || ({WORKER} + 1 + id % $workers)",
            "from_on": "started_on + 1",
            "until_on": "closed_on",
            "act_id": "id",
            "latest_act_id": "id",
        },
    ),
    (
        "directory_tie",
        f"""(select n as person, {WORKER} + 1 + n % $workers as account, 'lead_worker' as because, true as may
            from generate_series(1, $open) n where n % 50 > 0
          union all select n, {FAMILY} + (n + 1) / 2, 'parent', false from generate_series(1, $children / 10) n
          union all select {_PARENT}, {FAMILY} + f, 'self', false from generate_series(1, $children / 20) f
          union all select n, {PARTNER} + 1 + n % 60, 'invited', true from generate_series(1, $open) n
          union all select n, {CHILD} + n, 'self', false from generate_series(1, $open / 20) n) t""",
        {
            "person_id": "person",
            "account_id": "account",
            "because": "because",
            "may_write": "may",
            "starts_at": f"{_NOW} - interval '100 days'",
            "occasion_id": "1000 + person",
        },
    ),
    (
        "directory_restriction",
        "generate_series(200, $children, 200) n",
        {
            "person_id": "n",
            "level": "case when n % 400 = 0 then 'sealed' else 'restricted' end",
            "guardian_id": f"{WORKER} + 1",
            "occasion_id": "1000 + n",
        },
    ),
]

_FAMILIES: list[Step] = [
    (
        "people_relationship",
        "generate_series(1, $children) n, lateral (select (n + 1) / 2 as f) of, generate_series(0, 1) side"
        " where random() < 0.9",
        {
            "person_id": "n",
            "other_id": f"{_PARENT} + side",
            "kind": "'parent'",
            "from_precision": "'day'",
            "act_id": "n",
            "latest_act_id": "n",
        },
    ),
    (
        "people_parentalresponsibility",
        "generate_series(1, $children) n, lateral (select (n + 1) / 2 as f) of where random() < 0.9",
        {
            "person_id": "n",
            "holder_id": _PARENT,
            "acquired": "'birth_registration'",
            "act_id": "n",
            "latest_act_id": "n",
        },
    ),
    (
        "people_address",
        "generate_series(1, $children / 2) f",
        {"id": "f", "lines": "f || ' Larkspur Court'", "postcode": "'NC4 7QX'", "occasion_id": "1000 + f * 2 - 1"},
    ),
    (
        "people_residence",
        "generate_series(1, $children) n",
        {
            "person_id": "n",
            "address_id": "(n + 1) / 2",
            "kind": "'home'",
            "from_on": f"{_DAY} - 900",
            "from_precision": "'day'",
            "act_id": "n",
            "latest_act_id": "n",
        },
    ),
]

_VISITS: list[Step] = [
    f"""create temp table made_visit as select row_number() over (order by day, family) as id, family, day
      from (select family, {_DAY} - (turn * 18 + (random() * 12)::int) as day from generate_series(1, $children / 2) family,
        lateral generate_series(0, case when family * 2 <= $open then 19 else $visits_if_closed - 1 end) turn) v""",
    """create temp table made_line as select row_number() over (order by v.id, child) as id, v.id as visit, child, day,
        random() as seen, random() as said, (random() * 8)::int as much
      from made_visit v, lateral (values (v.family * 2 - 1), (v.family * 2)) c (child)""",
    "analyze made_visit, made_line",
    (
        "record_occasion",
        """(select id, 'begin_record' as name, date '2025-01-01' as day from made_person
          union all select $people + id, 'record_visit', day from made_visit) o""",
        {
            "id": "1000 + id",
            "key": "'made-' || id",
            "name": "name",
            "by_id": f"{WORKER} + 1 + id % $workers",
            "by_name": "'Somebody'",
            "audience": "'staff'",
            "happened_on": "day",
            "happened_precision": "'day'",
            "recorded_at": "day",
            "pack": "'england-2026'",
            "cluster": "(select system_identifier from pg_control_system())",
            "xid": "10 + id * 400 / (10 * $people)",
        },
    ),
    (
        "record_act",
        """(select id, id as occasion, id as person, 'begin_record' as name, date '2025-01-01' as day from made_person
          union all select $people + id, $people + visit, child, 'record_visit', day from made_line) a""",
        {
            "id": "id",
            "occasion_id": "1000 + occasion",
            "person_id": "person",
            "name": "name",
            "said": "'Somebody went to see somebody, who was seen.'",
            "happened_on": "day",
            "happened_precision": "'day'",
            "recorded_at": "day",
            "in_story": "true",
            "cluster": "(select system_identifier from pg_control_system())",
            "xid": "10 + occasion * 400 / (10 * $people)",
        },
    ),
    (
        "visits_visit",
        "made_visit",
        {
            "id": "id",
            "occasion_id": "1000 + $people + id",
            "happened_at": "day + time '15:00'",
            "mode": "case when id % 10 = 0 then 'doorstep' else 'home' end",
            "for_everyone": "'Warm. Soup on the stove. A list on the fridge.'",
        },
    ),
    (
        "visits_childline",
        "made_line",
        {
            "id": "id",
            "person_id": "child",
            "visit_id": "visit",
            "visited_on": "day",
            "mode": "case when visit % 10 = 0 then 'doorstep' else 'home' end",
            "seen": "seen < 0.9",
            "alone": "(array['alone', 'alone', 'child_chose_not', 'not_tried', 'prevented'])[1 + much % 5]",
            "saw": "repeat('What was seen of this child at home today. ', 1 + much)",
            "means": "'The routine after school is holding.'",
            "by_lead": "true",
            "act_id": "$people + id",
            "latest_act_id": "$people + id",
        },
    ),
    (
        "visits_tocomplete",
        "made_line where id % 5 = 0",
        {
            "person_id": "child",
            "line_id": "id",
            "what": "case when id % 2 = 0 then 'observation' else 'alone' end",
            "due_on": "day + 2",
            "completed_on": "case when seen < 0.85 then day + much / 2 end",
            "act_id": "$people + id",
            "latest_act_id": "$people + id",
        },
    ),
    (
        "visits_plannedvisit",
        f"""(select child, day, id, id as act from made_line where id % 3 = 0
          union all select n, {_DAY} + 1 + n % 20, null, n from generate_series(1, $open) n where n % 10 < 7) p""",
        {
            "person_id": "child",
            "planned_for": "day + time '15:00'",
            "mode": "'home'",
            "visited_id": "id",
            "act_id": "act",
            "latest_act_id": "act",
        },
    ),
]

_VOICE: list[Step] = [
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
            "act_id": "$people + id",
            "latest_act_id": "$people + id",
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
            "act_id": "act_id",
            "latest_act_id": "act_id",
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
            "act_id": "act_id",
            "latest_act_id": "act_id",
        },
    ),
    (
        "record_withdrawal",
        "voice_words w where id % 1000 = 1",
        {"row_table": "'voice_words'", "row_id": "id", "person_id": "person_id", "act_id": "act_id", "latest_act_id": "act_id"},
    ),
]

_REST: list[Step] = [
    (
        "story_storyreview",
        "generate_series(1, $children) n, generate_series(0, 1) turn",
        {"person_id": "n", "reviewed_to": f"{_DAY} - (random() * 150)::int - turn * 90", "act_id": "n", "latest_act_id": "n"},
    ),
    (
        "people_situationline",
        "generate_series(1, $open) n, unnest(array['now', 'worry', 'strength', 'bottom_line']) kind",
        {"person_id": "n", "kind": "kind", "text": "'Things are so and so.'", "act_id": "n", "latest_act_id": "n"},
    ),
    (
        "standards_explanation",
        "generate_series(30, $open, 30) n",
        {
            "person_id": "n",
            "standard": "'seen-in-time'",
            "reason": "'The family was away, and we saw them the week after.'",
            "given_by_id": f"{WORKER} + 1",
            "given_on": f"{_DAY} - 5",
            "accepted_by_id": f"{WORKER} + 2",
            "accepted_on": f"{_DAY} - 4",
            "expires_on": f"{_DAY} + 60",
            "act_id": "n",
            "latest_act_id": "n",
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
            "judged_on": f"{_DAY} - 30",
            "act_id": "n",
            "latest_act_id": "n",
        },
    ),
    (
        "record_draft",
        "directory_account a, generate_series(1, 2) n",
        {"account_id": "a.id", "key": "'made-' || n", "title": "'A visit'", "fields": "'{\"saw\": \"some words\"}'", "version": "1"},
    ),
]

STEPS: list[Step] = [*_PEOPLE, *_SERVICES, *_WORK, *_FAMILIES, *_VISITS, *_VOICE, *_REST]
