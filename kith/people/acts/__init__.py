from kith.people.acts.beginning import begin_record
from kith.people.acts.describing import add_language, describe_person, give_contact_point
from kith.people.acts.families import (
    add_new_relative,
    add_relationship,
    end_relationship,
    record_parental_responsibility,
)
from kith.people.acts.homes import end_address_protection, move_home, protect_address
from kith.people.acts.naming import give_identifier, give_name
from kith.people.acts.network import change_offer, put_on_map, record_offer, say_why_service, take_off_map
from kith.people.acts.situations import confirm_situation, end_situation_line, say_situation
from kith.people.acts.tree import (
    add_to_family,
    confirm_tree,
    describe_relative,
    end_in_family,
    note_getting_on,
    record_asking,
)

__all__ = [
    "add_language",
    "add_new_relative",
    "add_relationship",
    "add_to_family",
    "begin_record",
    "change_offer",
    "confirm_situation",
    "confirm_tree",
    "describe_person",
    "describe_relative",
    "end_address_protection",
    "end_in_family",
    "end_relationship",
    "end_situation_line",
    "give_contact_point",
    "give_identifier",
    "give_name",
    "move_home",
    "note_getting_on",
    "protect_address",
    "put_on_map",
    "record_asking",
    "record_offer",
    "record_parental_responsibility",
    "say_situation",
    "say_why_service",
    "take_off_map",
]
