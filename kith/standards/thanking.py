"""Thanks are passed on, and shown only with a yes (S4-26)."""

from kith.standards.shapes import Evidence, Following, PutRight, Root, Within, Wording

# What a family thanked us for on its own page, once for every child they are tied to.
_THANKS = """(
    select distinct t.id, k.person_id, t.said_on,
      case when t.may_show <> '' then coalesce(t.asked_on, t.said_on) end as asked_on
    from feedback_thanks t join directory_tie k on k.account_id = t.told_by_id and k.because <> 'conflict'
  )"""

thanks_passed_on = Within(
    id="thanks-passed-on",
    title="Thanks passed on",
    promise="When you thank us, we pass it on, and ask if we may show others what you said.",
    to_family="When you thank us, we pass it on, and ask if we may show others what you said.",
    to_child="When your family says thank you, we tell the one it is for.",
    roots=(Root("jersey", "compliments", ("S4-26",)),),
    limit="thanks-asked",
    of=Following(table=_THANKS, done="x.asked_on", since="x.said_on"),
    one="thank you",
    kept_close=True,
    for_few=True,
    evidence=Evidence(
        "Each time somebody of the family said thank you on their own page: the one it is for is told at once; and the "
        "day they were asked whether others may read it, yes or no. Only whoever it is for, and who leads teams, are "
        "told of it.",
        "",
    ),
    wording=Wording(
        met="{child}’s family said thank you, and was asked in time if others may read it, on {last}.",
        due="{child}’s family said thank you. Ask them by {by} whether others may read it.",
        missed="{child}’s family said thank you, and nobody had asked them by {by} whether others may read it.",
        explained="{child}’s family said thank you. Why nobody asked them is accepted until {until}.",
        not_yet="Nobody of {child}’s family has said thank you on their own page.",
        not_applicable="No thanks of {child}’s family are here for you to see.",
    ),
    put_right=PutRight("thanks", "Open the thanks"),
)
