"""The log and the visits it tells of."""

from bench.rows.numbers import DAY, WORKER, Step, carrying

VISITS: list[Step] = [
    f"""create temp table made_visit as select row_number() over (order by day, family) as id, family, day
      from (select family, {DAY} - ((turn - 1) * 18 + (random() * 12)::int) as day
        from generate_series(1, $children / 2) family,
        lateral generate_series(1, case when family * 2 <= $open then 20 else $visits_if_closed end) turn) v""",  # noqa: S608
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
            **carrying("$people + id"),
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
            **carrying("$people + id"),
        },
    ),
    (
        "visits_plannedvisit",
        f"""(select child, day, id, id as act from made_line where id % 3 = 0
          union all select n, {DAY} + 1 + n % 20, null, n from generate_series(1, $open) n where n % 10 < 7) p""",  # noqa: S608
        {
            "person_id": "child",
            "planned_for": "day + time '15:00'",
            "mode": "'home'",
            "visited_id": "id",
            **carrying("act"),
        },
    ),
]
