"""The Children in Need census: the statutory file in, and the same facts out again.

Nothing here touches the database. `shape` says what a census child is, `layout` where each fact stands in the
file, `codes` what each year's lists hold. `reading` turns a file into shapes (`elements` guards the door,
`walking` goes over one child, `taking` judges one value), `writing` turns shapes into a file, and `checking`
says in plain words what is wrong with one.
"""
