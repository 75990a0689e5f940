"""What makes an identifier of a child believable: decided from the text alone.

Each `..._fault` answers None when nothing is wrong, or one plain sentence part that says what is. A fault
is never a reason to lose what was written: acts keep the identifier and show the fault beside it.
"""

from stdnum.gb import nhs

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O or S: too like 1, 0 and 5
UPN_LENGTH = 13
NHS_LENGTH = 10
LA_CHILD_ID_LENGTH = 20


def tidy_identifier(kind: str, typed: str) -> str:
    """A number as it is kept: no spaces; an NHS number without hyphens and a pupil number in capitals."""
    plain = "".join(typed.split())
    if kind == "nhs":
        return nhs.compact(plain)
    return plain.upper() if kind in ("upn", "former_upn") else plain


def identifier_fault(kind: str, value: str) -> str:
    """What is wrong with a number of this kind; empty when nothing is, or the kind carries no check."""
    check = {"nhs": nhs_number_fault, "upn": upn_fault, "former_upn": upn_fault, "la_child_id": la_child_id_fault}
    return (kind in check and check[kind](value)) or ""


def as_sentence(fault: str) -> str:
    return f"{fault[:1].upper()}{fault[1:]}."


def upn_check_letter(body: str) -> str:
    """The letter a unique pupil number must begin with.

    `body`: the twelve characters after the check letter; the last may be a letter (a temporary number).
    Each counts its place in the alphabet of numbers, weighted 2 to 13, modulo 23. Raises ValueError
    for a body of another form.
    """
    if upn_body_fault(body):
        raise ValueError("The body of a UPN is eleven digits and then a digit or letter.")
    total = sum(weight * _worth(character) for weight, character in enumerate(body, 2))
    return UPN_LETTERS[total % 23]


def upn_fault(upn: str) -> str | None:
    """What is wrong with a unique pupil number, or None (rules 1510, 1540, 1550 of the census)."""
    if len(upn) != UPN_LENGTH:
        return f"a UPN has {UPN_LENGTH} characters; this has {len(upn)}"
    fault = upn_body_fault(upn[1:])
    if fault:
        return fault
    letter = upn_check_letter(upn[1:])
    return None if upn[0] == letter else f"the check letter should be {letter}, not {upn[0]}"


def upn_body_fault(body: str) -> str | None:
    """What is wrong with the twelve characters after the check letter, or None."""
    if not _are_digits(body[:11]) or len(body) != UPN_LENGTH - 1:
        return "characters 2 to 12 of a UPN are digits"
    if not _are_digits(body[11]) and body[11] not in UPN_LETTERS:
        return "the last character of a UPN is a digit, or a capital letter other than I, O or S"
    return None


def nhs_number_fault(number: str) -> str | None:
    """What is wrong with an NHS number, or None. Spaces and hyphens between its parts are allowed."""
    digits = nhs.compact(number)
    if not _are_digits(digits):
        return "an NHS number is ten digits"
    if len(digits) != NHS_LENGTH:
        return f"an NHS number has {NHS_LENGTH} digits; this has {len(digits)}"
    # One digit ten times over can pass the sum, and is what people type when they do not know.
    if len(set(digits)) == 1 or not nhs.is_valid(digits):
        return "the ten digits do not fit together: at least one is mistyped"
    return None


def la_child_id_fault(la_child_id: str) -> str | None:
    """What is wrong with the local authority's own id for a child, or None (rules 8500, 1570, 1580)."""
    if not la_child_id:
        return "a child needs an id"
    if len(la_child_id) > LA_CHILD_ID_LENGTH:
        return f"a local id has at most {LA_CHILD_ID_LENGTH} characters; this has {len(la_child_id)}"
    if not (la_child_id.isascii() and la_child_id.isalnum()):
        return "a local id is letters and digits only"
    return None


def _worth(character: str) -> int:
    return int(character) if character.isdigit() else UPN_LETTERS.index(character)


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
