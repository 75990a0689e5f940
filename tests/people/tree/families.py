"""Hard families, made by hand: each has caught, or would catch, a drawing that says something untrue. All fictional."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kith.calendar import PartDate
from kith.people.tree import Family, Relation, Someone, Stay, family_as_at

TODAY = date(2026, 11, 17)


class Made:
    """A family being told: names stand for people, the first one named is the child in the middle."""

    def __init__(self) -> None:
        self.people: dict[str, Someone] = {}
        self.rows: list[Relation] = []
        self.stays: list[Stay] = []

    def person(self, name: str, sex: str = "U", born: int = 0, died: int = 0, **more: Any) -> "Made":
        self.people[name] = Someone(
            id=len(self.people) + 1,
            called=more.pop("called", name),
            ref=f"R{len(self.people) + 1}",
            sex=sex,
            born=PartDate(date(born, 6, 1)) if born else None,
            died_on=date(died, 2, 1) if died else None,
            **more,
        )
        return self

    def people_of(self, sex: str, *named: str) -> "Made":
        """Several at once: "Kelly 1995"."""
        for one in named:
            name, _, born = one.rpartition(" ")
            self.person(name or born, sex, int(born) if name else 0)
        return self

    def is_(self, other: str, kind: str, *people: str, **more: Any) -> "Made":
        """`other` is the `kind` of each of `people`."""
        for one in people:
            row = Relation(len(self.rows) + 1, self.people[one].id, self.people[other].id, kind, source="Kelly", **more)
            self.rows.append(row)
        return self

    def parents(self, one: str, other: str, *children: str) -> "Made":
        return self.is_(one, "parent", *children).is_(other, "parent", *children)

    def couple(
        self, one: str, other: str, kind: str = "spouse", since: int = 0, until: int = 0, ended: str = ""
    ) -> "Made":
        return self.is_(
            other,
            kind,
            one,
            since=PartDate(date(since, 1, 1), "year") if since else None,
            until=date(until, 6, 1) if until else None,
            ended_as=ended,
        )

    def home(self, label: str, *people: str, kept: bool = False) -> "Made":
        at = len({stay.address for stay in self.stays}) + 1
        self.stays += [Stay(self.people[one].id, at, label, kept, date(2020, 1, 1)) for one in people]
        return self

    def on(self, day: date = TODAY) -> Family:
        return family_as_at(self.people.values(), self.rows, 1, day, self.stays)


def two_homes() -> Made:
    """The demo family: separated parents, mother's new partner, a half-brother, grandparents on both sides."""
    made = Made().people_of("F", "Maya Okafor-Nowak 2017").people_of("M", "Leo Okafor-Nowak 2020", "Sam Okafor 2026")
    made.people_of("F", "Kelly Okafor 1995").people_of("M", "Tomek Nowak 1992", "Dean Marsh 1997", "Gary Stone 1990")
    made.people_of("F", "Rose Okafor 1964", "Zofia Nowak 1968").person("Emeka Okafor", "M", 1960, died=2019)
    made.people_of("M", "Piotr Nowak 1965")
    made.parents("Kelly Okafor", "Tomek Nowak", "Maya Okafor-Nowak", "Leo Okafor-Nowak")
    made.parents("Kelly Okafor", "Dean Marsh", "Sam Okafor")
    made.parents("Rose Okafor", "Emeka Okafor", "Kelly Okafor").parents("Zofia Nowak", "Piotr Nowak", "Tomek Nowak")
    made.couple("Kelly Okafor", "Gary Stone", "partner", until=2014, ended="separated")
    made.couple("Kelly Okafor", "Tomek Nowak", "spouse", since=2016, until=2023, ended="separated")
    made.couple("Kelly Okafor", "Dean Marsh", "partner", since=2024)
    made.couple("Rose Okafor", "Emeka Okafor", since=1990).couple(
        "Zofia Nowak", "Piotr Nowak", until=2004, ended="divorced"
    )
    made.is_("Rose Okafor", "grandparent", "Maya Okafor-Nowak")
    return made.home("Mum’s", "Maya Okafor-Nowak", "Leo Okafor-Nowak", "Sam Okafor", "Kelly Okafor", kept=True)


def three_fathers() -> Made:
    """One mother, four children: two fathers named, one nobody has named, one with no name given."""
    made = Made().people_of("F", "Ivy 2016", "Ada 2013").people_of("M", "Bo 2019", "Cal 2022")
    made.people_of("F", "Jess 1994").people_of("M", "Rob 1990", "Sean 1991")
    made.person("Father", "M", called="Cal’s father (name not told)", name_held=False)
    made.parents("Jess", "Rob", "Ada").parents("Jess", "Sean", "Bo").parents("Jess", "Father", "Cal").is_(
        "Jess", "parent", "Ivy"
    )
    made.couple("Jess", "Rob", "partner", until=2014, ended="separated")
    made.couple("Jess", "Sean", "partner", since=2018)
    return made.home("Harbour View", "Ivy", "Ada", "Bo", "Cal", "Jess", "Sean")


def blended() -> Made:
    """Both parents married again; each new partner brought children; a baby belongs to the new couple."""
    made = Made().people_of("M", "Noah 2014").people_of("F", "Ella 2012")
    made.people_of("F", "Anna 1985", "Beth 1986", "Clare 1984").people_of("M", "Dan 1983", "Ed 1982", "Finn 1980")
    made.people_of("M", "Gus 2010", "Hugo 2011").people_of("F", "Isla 2013", "June 2023")
    made.parents("Anna", "Dan", "Ella", "Noah").parents("Beth", "Finn", "Gus", "Isla").parents("Clare", "Ed", "Hugo")
    made.parents("Beth", "Dan", "June")
    made.couple("Anna", "Dan", since=2010, until=2018, ended="divorced").couple("Beth", "Dan", since=2021)
    made.couple("Beth", "Finn", since=2008, until=2016, ended="divorced").couple("Anna", "Ed", "partner", since=2020)
    made.couple("Clare", "Ed", "partner", until=2017, ended="separated")
    made.is_("Beth", "step_parent", "Noah", "Ella").is_("Ed", "parents_partner", "Noah", "Ella")
    made.home("Dad’s", "Dan", "Beth", "June", "Gus", "Isla").home("Mum’s", "Anna", "Ed", "Noah", "Ella")
    return made


def adopted() -> Made:
    """Adopted with a birth sister left at home; fostered in between, and the foster care has ended."""
    made = Made().people_of("F", "Lily 2018", "Megan 2015").people_of("M", "Tom 2016")
    made.people_of("F", "Ruth 1980", "Carol 1994", "Pat 1970").people_of("M", "Simon 1979", "Lee 1992", "Ken 1968")
    made.parents("Carol", "Lee", "Megan", "Lily")
    made.is_("Ruth", "adoptive_parent", "Lily", "Tom").is_("Simon", "adoptive_parent", "Lily", "Tom")
    made.is_("Pat", "foster_carer", "Lily", until=date(2020, 3, 1)).is_("Pat", "foster_carer", "Megan")
    made.is_("Ken", "foster_carer", "Megan")
    made.couple("Ruth", "Simon", since=2009).couple("Pat", "Ken", since=1995)
    return made.home("Elm Road", "Lily", "Tom", "Ruth", "Simon")


def grandmother_cares() -> Made:
    """Grandmother is the kinship carer; the mother has died, the father is in another town; an aunt is guardian too."""
    made = Made().people_of("M", "Kai 2017").people_of("F", "Zara 2020")
    made.person("Donna", "F", 1993, died=2024).people_of("M", "Craig 1990").people_of("F", "Sheila 1962", "Tracy 1988")
    made.person("Alan", "M", 1958, died=2015)
    made.parents("Donna", "Craig", "Kai", "Zara").parents("Sheila", "Alan", "Donna", "Tracy")
    made.is_("Sheila", "kinship_carer", "Kai", "Zara").is_("Tracy", "guardian", "Kai")
    made.couple("Sheila", "Alan").couple("Donna", "Craig", "partner", until=2021, ended="separated")
    return made.home("Nan’s", "Kai", "Zara", "Sheila")


def cousins_married() -> Made:
    """The child's parents are first cousins: the family goes round in a circle."""
    made = Made().people_of("F", "Noor 2019").people_of("M", "Yusuf 1990").people_of("F", "Amina 1992")
    made.people_of("M", "Hassan 1960", "Omar 1958", "Old Ali 1930").people_of(
        "F", "Fatima 1962", "Huda 1963", "Old Maryam 1934"
    )
    made.parents("Yusuf", "Amina", "Noor").parents("Hassan", "Fatima", "Yusuf").parents("Omar", "Huda", "Amina")
    made.parents("Old Ali", "Old Maryam", "Hassan", "Omar")
    return (
        made.couple("Yusuf", "Amina", since=2015)
        .couple("Hassan", "Fatima")
        .couple("Omar", "Huda")
        .couple("Old Ali", "Old Maryam")
    )


def two_mothers() -> Made:
    """Two women, one of them trans; a donor known by name; one child by adoption; someone who describes themselves."""
    made = Made().people_of("F", "Wren 2018").people_of("U", "Ash 2021")
    made.people_of("F", "Jo 1986").person("Sol", "M", 1985, gender_described="woman").people_of("M", "Mark 1980")
    made.person("Rowan", "F", 1990, gender_described="non-binary")
    made.parents("Jo", "Mark", "Wren").is_("Sol", "adoptive_parent", "Wren").is_("Jo", "adoptive_parent", "Ash")
    made.is_("Sol", "adoptive_parent", "Ash").couple("Jo", "Sol", since=2016)
    made.people_of("F", "Gran 1955").is_("Gran", "parent", "Jo", "Rowan")
    return made.home("Home", "Wren", "Ash", "Jo", "Sol")


def twins_and_unborn() -> Made:
    """Twins, a child who died, and one to come with a new partner."""
    made = Made().people_of("F", "Tia 2015").people_of("M", "Ty 2015").person("Rae", "F", 2018, died=2018)
    made.person("Baby", called="Baby Hart", expected_on=date(2027, 2, 20))
    made.people_of("F", "Shan 1993").people_of("M", "Lewis 1991", "Jordan 1996")
    made.parents("Shan", "Lewis", "Tia", "Ty", "Rae").parents("Shan", "Jordan", "Baby")
    return made.couple("Shan", "Lewis", until=2022, ended="divorced").couple("Shan", "Jordan", "partner", since=2025)


def two_brothers_one_woman() -> Made:
    """She had a child with each of two brothers: the children are half-brothers and cousins at once."""
    made = (
        Made()
        .people_of("M", "Alfie 2016", "Ben 2020")
        .people_of("F", "Kim 1994")
        .people_of("M", "Carl 1990", "Dave 1992")
    )
    made.people_of("F", "Jean 1965").people_of("M", "Ron 1962", "Eric 1994").people_of("F", "Lola 2021")
    made.parents("Kim", "Carl", "Alfie").parents("Kim", "Dave", "Ben").parents("Jean", "Ron", "Carl", "Dave", "Eric")
    made.people_of("F", "Mia 1995").parents("Mia", "Eric", "Lola")
    made.couple("Kim", "Carl", until=2018, ended="divorced").couple("Kim", "Dave", "partner").couple("Jean", "Ron")
    return made.couple("Eric", "Mia", "partner")


def double_cousins() -> Made:
    """Two sisters married two brothers."""
    made = Made().people_of("F", "Pia 2016").people_of("M", "Quin 2014", "Remy 2015").people_of("F", "Sara 2018")
    made.people_of("F", "Una 1985", "Vera 1987").people_of("M", "Will 1984", "Xan 1986")
    made.people_of("F", "Yolande 1955", "Zelda 1958").people_of("M", "Abe 1953", "Bill 1956")
    made.parents("Una", "Will", "Quin", "Pia").parents("Vera", "Xan", "Remy", "Sara")
    made.parents("Yolande", "Abe", "Una", "Vera").parents("Zelda", "Bill", "Will", "Xan")
    return made.couple("Una", "Will").couple("Vera", "Xan").couple("Yolande", "Abe").couple("Zelda", "Bill")


def four_partners() -> Made:
    """One father, four partners over the years, children with each; two of the mothers have others."""
    made = (
        Made()
        .people_of("F", "Eve 2012")
        .people_of("M", "Max 1980")
        .people_of("F", "Ann 1982", "Bea 1983", "Cat 1985", "Dot 1990")
    )
    made.people_of("M", "Al 2006", "Bob 2008", "Cy 2014", "Di 2019").people_of("M", "Sid 1981", "Tim 1984").people_of(
        "F", "Una 2010", "Val 2016"
    )
    made.parents("Max", "Ann", "Al").parents("Max", "Bea", "Bob").parents("Max", "Cat", "Eve", "Cy").parents(
        "Max", "Dot", "Di"
    )
    made.parents("Bea", "Sid", "Una").parents("Cat", "Tim", "Val")
    made.couple("Max", "Ann", until=2007, ended="divorced").couple(
        "Max", "Bea", "partner", until=2009, ended="separated"
    )
    made.couple("Max", "Cat", until=2016, ended="divorced").couple("Max", "Dot", "partner", since=2018)
    return made


def across_generations() -> Made:
    """A man whose second partner is the half-sister of his own child's wife: generations that do not line up."""
    made = (
        Made()
        .people_of("M", "Jay 2015")
        .people_of("F", "Kit 1990", "Lena 1994", "Moll 1965")
        .people_of("M", "Ned 1988", "Oz 1962", "Pip 2022")
    )
    made.people_of("F", "Queenie 1960")
    made.parents("Ned", "Kit", "Jay").parents("Oz", "Queenie", "Ned").parents("Moll", "Oz", "Pip")
    made.is_("Moll", "aunt_uncle", "Kit").couple("Oz", "Moll", "partner").couple(
        "Oz", "Lena", "partner", until=2021, ended="separated"
    )
    made.is_("Moll", "parent", "Lena")
    return made


def forty_people() -> Made:
    """Four generations, three marriages, aunts, uncles and eleven cousins."""
    made = (
        Made()
        .people_of("F", "Grace Obi 2015")
        .people_of("M", "Luke Obi 2013", "Jude Obi 2018", "Paul Obi 1985", "Adam Obi 1983", "Mark Obi 1988")
    )
    made.people_of("F", "Helen Ward 1986", "Esther Obi 1990", "Naomi Ward 1984", "Ruth Ward 1989", "Leah Stone 1991")
    made.people_of("M", "Abel Obi 1955", "John Ward 1952", "Carl Finch 1984", "Ian Price 1982", "Neil Webb 1990")
    made.people_of(
        "F", "Mary Obi 1958", "Jean Ward 1956", "Sarah Lane 1985", "Tina Moss 1990", "Olive Obi 1930", "Peg Ward 1931"
    )
    made.person("Isaac Obi", "M", 1928, died=2001).person("Fred Ward", "M", 1929, died=1999)
    made.people_of("M", "Eli 2010", "Seth 2012", "Owen 2014", "Rory 2016", "Theo 2019", "Cole 2011")
    made.people_of("F", "Dinah 2015", "Judy 2017", "Faye 2013", "Hope 2020", "Bella 2008", "Ivy 2022")
    made.people_of("F", "Joy Obi 1960").people_of("M", "Sam Obi 1962").people_of("F", "Kay Ward 1959").people_of(
        "M", "Luca 2024"
    )
    made.parents("Paul Obi", "Helen Ward", "Luke Obi", "Grace Obi", "Jude Obi")
    made.parents("Abel Obi", "Mary Obi", "Adam Obi", "Paul Obi", "Mark Obi", "Esther Obi")
    made.parents("John Ward", "Jean Ward", "Naomi Ward", "Helen Ward", "Ruth Ward")
    made.parents("Isaac Obi", "Olive Obi", "Abel Obi", "Joy Obi", "Sam Obi").parents(
        "Fred Ward", "Peg Ward", "John Ward", "Kay Ward"
    )
    made.parents("Adam Obi", "Sarah Lane", "Eli", "Seth", "Dinah").parents("Mark Obi", "Tina Moss", "Rory", "Judy")
    made.parents("Esther Obi", "Neil Webb", "Hope", "Ivy").parents("Naomi Ward", "Ian Price", "Cole", "Faye", "Owen")
    made.parents("Ruth Ward", "Carl Finch", "Theo").parents("Carl Finch", "Leah Stone", "Luca").parents(
        "Ian Price", "Leah Stone", "Bella"
    )
    for one, other in (
        ("Paul Obi", "Helen Ward"),
        ("Abel Obi", "Mary Obi"),
        ("John Ward", "Jean Ward"),
        ("Adam Obi", "Sarah Lane"),
    ):
        made.couple(one, other, since=2005)
    made.couple("Mark Obi", "Tina Moss", "partner").couple("Esther Obi", "Neil Webb").couple("Isaac Obi", "Olive Obi")
    made.couple("Fred Ward", "Peg Ward").couple("Naomi Ward", "Ian Price").couple(
        "Ruth Ward", "Carl Finch", "partner", until=2022, ended="separated"
    )
    made.couple("Carl Finch", "Leah Stone", "partner")
    return made.home("Chapel Street", "Grace Obi", "Luke Obi", "Jude Obi", "Paul Obi", "Helen Ward")


HARD: dict[str, Callable[[], Made]] = {
    make.__name__: make
    for make in (
        two_homes,
        three_fathers,
        blended,
        adopted,
        grandmother_cares,
        cousins_married,
        two_mothers,
        twins_and_unborn,
        two_brothers_one_woman,
        double_cousins,
        four_partners,
        across_generations,
        forty_people,
    )
}
