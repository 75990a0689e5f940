"""Who works here, with whom, and why they may see them."""

from bench.rows.numbers import CHILD, DAY, FAMILY, NOW, PARENT, PARTNER, WORKER, Step, carrying

SERVICES: list[Step] = [
    ("directory_agency", "generate_series(1, 6) n", {"id": "n", "name": "'Agency ' || n", "kind": "'health'"}),
    (
        "directory_team",
        "generate_series(1, $teams) n",
        {"id": "n", "name": "'Team ' || n", "agency_id": "1"},
    ),
    (
        "directory_account",
        f"""(select {WORKER} + n as id, 'staff' as audience, null::bigint as person from generate_series(1, $workers) n
          union all select {FAMILY} + f, 'family', {PARENT} from generate_series(1, $children / 20) f
          union all select {PARTNER} + n, 'partner', null from generate_series(1, 60) n
          union all select {CHILD} + n, 'child', n from generate_series(1, $open / 20) n) a""",  # noqa: S608
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

WORK: list[Step] = [
    (
        "involvement_spell",
        "generate_series(1, $children) n",
        {
            "id": "n",
            "person_id": "n",
            "level": """(array['child_in_need', 'child_in_need', 'child_in_need', 'child_protection', 'looked_after',
              'family_help'])[1 + n % 6]""",
            "started_on": f"{DAY} - 20 - (random() * 700)::int",
            "closed_on": f"case when n > $open then {DAY} - 10 end",
            **carrying("n"),
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
            **carrying("id"),
        },
    ),
    (
        "directory_tie",
        f"""(select n as person, {WORKER} + 1 + n % $workers as account, 'lead_worker' as because, true as may
            from generate_series(1, $open) n where n % 50 > 0
          union all select n, {FAMILY} + (n + 1) / 2, 'parent', false from generate_series(1, $children / 10) n
          union all select {PARENT}, {FAMILY} + f, 'self', false from generate_series(1, $children / 20) f
          union all select n, {PARTNER} + 1 + n % 60, 'invited', true from generate_series(1, $open) n
          union all select n, {CHILD} + n, 'self', false from generate_series(1, $open / 20) n) t""",  # noqa: S608
        {
            "person_id": "person",
            "account_id": "account",
            "because": "because",
            "may_write": "may",
            "starts_at": f"{NOW} - interval '100 days'",
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
