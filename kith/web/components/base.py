"""How a piece is drawn: its words in, its own template, HTML out."""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, FileSystemLoader

Words = str | Mapping[str, Any] | None
Attributes = Mapping[str, Any] | None

ATTRIBUTE_STARTS = ("data_", "aria_", "hx_")


def attrs(given: Attributes) -> SafeString:
    """HTML attributes with a leading space each. None and False leave one out; True gives its bare name."""
    out = []
    for name, value in (given or {}).items():
        if value is True:
            out.append(format_html(" {}", name))
        elif value is not None and value is not False:
            out.append(format_html(' {}="{}"', name, value))
    return mark_safe("".join(out))  # noqa: S308 (each part was escaped above)


def spaced(classes: str | None) -> SafeString | str:
    """Further class names, with the space that joins them to the first."""
    return format_html(" {}", classes) if classes else ""


class Pieces(Environment):
    """The pieces are compiled: a page of many fields draws thousands. What is not given is nothing, as in our pages."""

    def __init__(self) -> None:
        where = FileSystemLoader(Path(__file__).parents[1] / "pieces")
        super().__init__(loader=where, autoescape=True, undefined=ChainableUndefined, auto_reload=False)
        self.filters |= {"attrs": attrs, "spaced": spaced, "linebreaksbr": linebreaksbr}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Its own words before its methods: an option may well be called `items`."""
        return obj.get(attribute, "") if isinstance(obj, dict) else super().getattr(obj, attribute)


PIECES = Pieces()


class Part(dict[str, Any]):
    """What a template asks of a part and was not given is ""."""

    def __missing__(self, name: str) -> str:
        return ""


def part(given: Words) -> Part:
    """One part of a piece (its label, its hint): a string is short for ``{"text": string}``."""
    if not given:
        return Part()
    return Part(given) if isinstance(given, Mapping) else Part(text=given)


def ids(*given: str | None) -> str:
    """Ids for ``aria-describedby``, leaving out those that are not there."""
    return " ".join(one for one in given if one)


def present(items: Iterable[Any] | None) -> list[Any]:
    """The items that are there: a list written with conditions in it may hold None or False."""
    return [item for item in items or () if item]


def component(template: str) -> Callable[[Callable[..., dict[str, Any]]], Callable[..., SafeString]]:
    """Make a drawing function. The one it wraps names the options and returns only what must be worked out.

    ``data_…``, ``aria_…`` and ``hx_…`` arguments become attributes of the piece; any other unknown
    argument is a TypeError, so that a misspelt option is found by the first test that draws the page.
    """

    def wrap(work_out: Callable[..., dict[str, Any]]) -> Callable[..., SafeString]:
        signature = inspect.signature(work_out)
        names = list(signature.parameters)
        defaults = {
            option.name: option.default
            for option in signature.parameters.values()
            if option.default is not option.empty
        }

        @functools.wraps(work_out)
        def draw(*given: Any, **options: Any) -> SafeString:
            loose = {
                name: options.pop(name)
                for name in list(options)
                if name not in names and name.startswith(ATTRIBUTE_STARTS)
            }
            if loose:
                spelled = {name.replace("_", "-"): value for name, value in loose.items()}
                options["attributes"] = {**(options.get("attributes") or {}), **spelled}
            context = {**defaults, **dict(zip(names, given, strict=False)), **options}
            return SafeString(PIECES.get_template(template).render({**context, **work_out(*given, **options)}))

        # Django's tag parser reads the signature: let it see that loose attributes are taken too.
        del draw.__wrapped__
        loose_attributes = inspect.Parameter("loose", inspect.Parameter.VAR_KEYWORD)
        draw.__signature__ = signature.replace(parameters=[*signature.parameters.values(), loose_attributes])  # type: ignore[attr-defined]
        return draw

    return wrap
