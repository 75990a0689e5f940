"""A census record as JSON can hold it, and back again: nothing is written for what is not there."""

from datetime import date, datetime
from typing import Any, TypeVar

from kith.returns.cin.layout import Kind, Leaf, Listed, Nested, Parts, Section

T = TypeVar("T")


def as_data(record: Any, parts: Parts) -> dict[str, Any]:
    """The record by its attributes, days and moments as text."""
    data: dict[str, Any] = {}
    for part in parts:
        if isinstance(part, Section):
            data |= as_data(record, part.parts)
            continue
        value = getattr(record, part.attribute)
        if isinstance(part, Nested):
            value = [as_data(inner, part.parts) for inner in value]
        elif isinstance(part, Listed):
            value = [_plain(inner) for inner in value]
        if value is not None and value != []:
            data[part.attribute] = _plain(value)
    return data


def from_data(data: dict[str, Any], parts: Parts, shape: type[T]) -> T:
    """The record `as_data` was given. What else the data holds is passed over."""
    return shape(**_values(data, parts))


def _values(data: dict[str, Any], parts: Parts) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for part in parts:
        match part:
            case Section():
                values |= _values(data, part.parts)
            case Leaf() if part.attribute in data:
                values[part.attribute] = _value(part, data[part.attribute])
            case Listed() if part.attribute in data:
                values[part.attribute] = tuple(_value(part.leaf, value) for value in data[part.attribute])
            case Nested():
                inside = data.get(part.attribute, ())
                values[part.attribute] = tuple(from_data(inner, part.parts, part.shape) for inner in inside)
    return values


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _value(leaf: Leaf, value: Any) -> Any:
    if leaf.kind is Kind.DATE:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if leaf.kind is Kind.MOMENT else value
