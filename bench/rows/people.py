"""People, and how they belong together."""

from bench.rows.numbers import DAY, PARENT, Step, carrying

PEOPLE: list[Step] = [
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
            **carrying("id"),
        },
    ),
    (
        "people_identifier",
        "made_person where id <= $children",
        {
            "kind": "'nhs'",
            "value": "(9000000000 + id * 37)::text",
            "person_id": "id",
            **carrying("id"),
        },
    ),
    (
        "people_searchkey",
        """made_person, lateral (values (lower(given)), (lower(family)), (lower(ref)), (born::text),
            (case when id <= $children then (9000000000 + id * 37)::text end)) as keys (key) where key is not null""",
        {"person_id": "id", "key": "key"},
    ),
]

FAMILIES: list[Step] = [
    (
        "people_relationship",
        "generate_series(1, $children) n, lateral (select (n + 1) / 2 as f) of, generate_series(0, 1) side"
        " where random() < 0.9",
        {
            "person_id": "n",
            "other_id": f"{PARENT} + side",
            "kind": "'parent'",
            "from_precision": "'day'",
            **carrying("n"),
        },
    ),
    (
        "people_parentalresponsibility",
        "generate_series(1, $children) n, lateral (select (n + 1) / 2 as f) of where random() < 0.9",
        {
            "person_id": "n",
            "holder_id": PARENT,
            "acquired": "'birth_registration'",
            **carrying("n"),
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
            "from_on": f"{DAY} - 900",
            "from_precision": "'day'",
            **carrying("n"),
        },
    ),
]
