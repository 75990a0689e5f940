"""Census files for the tests: the project's own, ones put together on the spot, and the shared samples."""

import io
from pathlib import Path

import pytest

from kith.returns.cin.reading import read
from kith.returns.cin.shape import CensusChild, CensusHeader, Finding

FILES = Path(__file__).parent / "files"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "cin"
SCHEMA = SHARED / "CIN_schema_2026.xsd"

needs_samples = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared census samples (../shared/data/cin) are not here"
)
needs_schema = pytest.mark.skipif(
    not SCHEMA.is_file(), reason="the published 2026 schema (../shared/data/cin/CIN_schema_2026.xsd) is not here"
)

IDENTIFIERS = "<LAchildID>ANNA1</LAchildID><UPNunknown>UN1</UPNunknown><PersonBirthDate>2023-05-01</PersonBirthDate>"
CHARACTERISTICS = "<Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities>"
REFERRED = (
    "<CINreferralDate>2025-09-01</CINreferralDate><ReferralSource>6</ReferralSource>"
    "<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>"
)


def child(identifiers=f"{IDENTIFIERS}<Sex>F</Sex>", characteristics=CHARACTERISTICS, referral=REFERRED):
    """One child, without fault unless a part is given that has one."""
    return (
        f"<Child><ChildIdentifiers>{identifiers}</ChildIdentifiers>"
        f"<ChildCharacteristics>{characteristics}</ChildCharacteristics>"
        f"<CINdetails>{referral}</CINdetails></Child>"
    )


def census(*children, year=2026, source="<LEA>999</LEA>"):
    """A whole census of these children, as text."""
    details = f"<Collection>CIN</Collection><Year>{year}</Year><ReferenceDate>{year}-03-31</ReferenceDate>"
    header = f"<CollectionDetails>{details}</CollectionDetails><Source>{source}</Source>"
    return f"<Message><Header>{header}</Header><Children>{''.join(children)}</Children></Message>"


def read_all(source) -> tuple[CensusHeader, list[CensusChild], list[Finding]]:
    """Everything in a census: a path, bytes or text."""
    if isinstance(source, (str, bytes)):
        source = io.BytesIO(source.encode() if isinstance(source, str) else source)
    steps = list(read(source))
    children = [step.fact for step in steps[1:] if step.fact]
    return steps[0].fact, children, [finding for step in steps for finding in step.findings]


def reasons(source) -> list[str]:
    return [finding.reason for finding in read_all(source)[2]]
