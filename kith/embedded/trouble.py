"""The one exception of the database supervisor."""


class DatabaseTrouble(Exception):
    """The database cannot be used. The message is for the person at the keyboard: what is wrong, what to do."""
