"""The census's code lists, and the years in which a code could be used.

Sources: the published census schemas for 2021, 2022, 2023, 2025 and 2026 (no schema for 2024 was seen: it is
taken to be as 2023). A census is named for the year its reference date, 31 March, falls in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

LATEST = 2026
SEX_SINCE = 2025  # until then the element was GenderCurrent, coded 0, 1, 2 and 9

SEX_OF_GENDER: Mapping[str, str] = {"1": "M", "2": "F", "0": "U", "9": "U"}
GENDER_OF_SEX: Mapping[str, str] = {"M": "1", "F": "2", "U": "0"}


@dataclass(frozen=True)
class CodeList:
    """The codes one field may hold. `since` and `until`: census years, where not always allowed."""

    what: str
    codes: frozenset[str]
    since: Mapping[str, int] = field(default_factory=dict)
    until: Mapping[str, int] = field(default_factory=dict)

    def fault(self, code: str, year: int) -> str | None:
        """Why this code does not belong in this year's census, as a clause after the code; None if it does."""
        if code not in self.codes:
            likely = code.upper()
            hint = f" ({likely} is)" if likely in self.codes else ""
            return f"is not a code for {self.what}{hint}"
        if year < self.since.get(code, year):
            return f"came in with the {self.since[code]} census"
        if year > self.until.get(code, year):
            return f"is no longer used for {self.what}: the {self.until[code]} census was the last with it"
        return None


def _listed(what: str, codes: str, **years: Mapping[str, int]) -> CodeList:
    return CodeList(what, frozenset(codes.split()), **years)


SEX = _listed("sex", "M F U")
UPN_UNKNOWN = _listed("why there is no UPN", "UN1 UN2 UN3 UN4 UN5 UN6 UN7")
ETHNICITY = _listed(
    "ethnicity",
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT",
)
DISABILITY = _listed("disability", "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA")
REFERRAL_SOURCE = _listed(
    "who referred",
    "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10",
    since={"5D": 2023},
)
PRIMARY_NEED = _listed("primary need", "N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")
CLOSURE_REASON = _listed("why work closed", "RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9", since={"RC9": 2023})
ABUSE = _listed("category of abuse", "NEG PHY SAB EMO MUL")
FACTOR = _listed(
    "a factor found at assessment",
    "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A"
    " 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A",
    since={"24A": 2022},
    until={"18A": 2024, "19A": 2024},
)
NO_DISABILITY = "NONE"
NO_FACTOR = "21"
