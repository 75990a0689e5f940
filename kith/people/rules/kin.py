"""What each kind of relation means to a drawing: which way up, and how its line is drawn.

Kinds are the pack's codes. "Maya's grandparent is Rose": the other is the elder, two generations up.
"""

# Code -> how the line is drawn, and how many generations the other stands above the person.
UPWARD = {
    "parent": ("born", 1),
    "adoptive_parent": ("adopted", 1),
    "foster_carer": ("fostered", 1),
    "private_foster_carer": ("fostered", 1),
    "kinship_carer": ("cared_for", 1),
    "guardian": ("cared_for", 1),
    "step_parent": ("step", 1),
    "parents_partner": ("step", 1),
    "aunt_uncle": ("far", 1),
    "grandparent": ("far", 2),
    "great_grandparent": ("far", 3),
    "cousin": ("far", 0),
    "sibling": ("far", 0),
    "half_sibling": ("far", 0),
    "step_sibling": ("far", 0),
    "other_family": ("far", 0),
}
# The same relations told from the other end.
DOWNWARD = {
    "child": "parent",
    "adopted_child": "adoptive_parent",
    "foster_child": "foster_carer",
    "private_foster_child": "private_foster_carer",
    "kinship_child": "kinship_carer",
    "ward": "guardian",
    "step_child": "step_parent",
    "partners_child": "parents_partner",
    "niece_nephew": "aunt_uncle",
    "grandchild": "grandparent",
    "great_grandchild": "great_grandparent",
}
MARRIED = ("spouse", "former_spouse")
COUPLES = (*MARRIED, "partner", "former_partner")
HANGS = ("born", "adopted", "fostered", "cared_for")  # drawn as a child hanging from those who raise them
FOREVER = ("born", "adopted", "far")  # no end date undoes them
KIN = (*UPWARD, *DOWNWARD, *COUPLES)  # what a family tree is made of; friends and helpers are on the map of people
