"""What the made-up authority holds, step by step, in the order in which it is put in.

$people, $children, $open, $visits_if_closed, $workers and $teams are numbers. People 1..$children are children, the
first $open of them with open work; the others are adults. Children 2f-1 and 2f are family f. Each person's first act
carries the person's own number and its occasion a thousand more (an empty instance has some already); those of visits
follow.
"""

from bench.rows.numbers import CHILD, FAMILY, PARTNER, WORKER, Step
from bench.rows.people import FAMILIES, PEOPLE
from bench.rows.services import SERVICES, WORK
from bench.rows.visits import VISITS
from bench.rows.voice import REST, VOICE

STEPS: list[Step] = [*PEOPLE, *SERVICES, *WORK, *FAMILIES, *VISITS, *VOICE, *REST]

__all__ = ["CHILD", "FAMILY", "PARTNER", "STEPS", "WORKER", "Step"]
