"""A Children in Need census in which nobody is real: for the demo, the benchmarks and the tests.

The same seed always gives the same children, and none has a fault that `kith.returns.cin.checking` knows of.
The header says "synthetic", by which an import keeps them apart from real children. UPNs carry right check
letters under 001, an authority no school belongs to.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from kith.demo.histories import Teller, one
from kith.people.rules import upn_check_letter
from kith.returns.cin.shape import CensusChild, CensusHeader

AUTHORITY = "999"  # no English authority has this number
MOST_CHILDREN = 1_000_000
SCHOOL_AGE = 5
ADULT = 18
UNBORN = 0.01

_ETHNICITIES = {"WBRI": 62, "WOTH": 6, "WROM": 1, "MWBC": 4, "MWBA": 2, "MWAS": 2, "MOTH": 3, "AIND": 2, "APKN": 5}
_ETHNICITIES |= {"ABAN": 2, "AOTH": 2, "BAFR": 5, "BCRB": 2, "CHNE": 1, "OOTH": 2, "NOBT": 1}
_DISABILITIES = {"LD": 8, "AUT": 9, "BEH": 5, "COMM": 4, "MOB": 3, "PC": 2, "INC": 2, "VIS": 2, "HEAR": 2}
_DISABILITIES |= {"HAND": 1, "CON": 1, "DDA": 2}


def synthetic_header(*, on: date, made_at: datetime, authority: str = AUTHORITY) -> CensusHeader:
    """The header of a synthetic census taken on the given day: 31 March, to be like a real one."""
    return CensusHeader(
        collection="CIN",
        year=on.year,
        reference_date=on,
        source_level="L",
        lea=authority,
        software_code="Kith (synthetic)",
        release="1",
        serial_no="001",
        made_at=made_at,
    )


def synthetic_census(n: int, *, seed: int, on: date) -> Iterator[CensusChild]:
    """The first `n` children of this seed, as the census year that ends `on` would show them.

    Child k is the same whatever `n` is. Raises ValueError beyond `MOST_CHILDREN`: there are no more UPNs.
    """
    if n > MOST_CHILDREN:
        raise ValueError(f"There can be at most {MOST_CHILDREN:,} synthetic children.")
    return (_child(index, Random(f"{seed} {index}"), on) for index in range(n))  # noqa: S311 (stories, no secrets)


def _child(index: int, dice: Random, on: date) -> CensusChild:
    is_unborn = dice.random() < UNBORN
    teller = Teller(dice, on)
    referrals = teller.being_assessed() if is_unborn else teller.any_history()
    born_on = None if is_unborn else _birthday(dice, on, before=referrals[0].referred_on or on)
    upn = _upn(index, born_on) if born_on and _age(born_on, on) >= SCHOOL_AGE else None
    return CensusChild(
        la_child_id=f"SYN{index + 1:07d}",
        upn=upn,
        upn_unknown=None if upn else "UN1",
        born_on=born_on,
        expected_on=on + timedelta(dice.randint(10, 180)) if is_unborn else None,
        sex="U" if is_unborn else dice.choice("MF"),
        ethnicity=one(dice, _ETHNICITIES),
        disabilities=_disabilities(dice),
        referrals=referrals,
    )


def _birthday(dice: Random, on: date, *, before: date) -> date:
    """A day that makes the child under 18 `on`, and born when first referred."""
    earliest = on - timedelta(ADULT * 365)  # some days short of 18 years
    return earliest + timedelta(dice.randint(0, (before - earliest).days - 1))


def _age(born_on: date, on: date) -> int:
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def _upn(index: int, born_on: date) -> str:
    school, pupil = divmod(index, 1000)
    joined = (born_on.year + SCHOOL_AGE) % 100
    body = f"001{9000 + school:04d}{joined:02d}{pupil:03d}"
    return upn_check_letter(body) + body


def _disabilities(dice: Random) -> tuple[str, ...]:
    if dice.random() < 0.86:
        return ("NONE",)
    found = {one(dice, _DISABILITIES) for _ in range(dice.randint(1, 3))}
    return tuple(code for code in _DISABILITIES if code in found)
