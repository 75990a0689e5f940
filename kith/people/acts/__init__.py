from kith.people.acts.about_me import end_about_me, say_about_me, tell_about_me
from kith.people.acts.beginning import begin_record
from kith.people.acts.consent import delegate, end_delegation, judge_understanding, note_agreed
from kith.people.acts.describing import add_language, describe_person, give_contact_point
from kith.people.acts.families import (
    add_new_relative,
    add_relationship,
    end_relationship,
    record_parental_responsibility,
)
from kith.people.acts.homes import move_home, protect_address
from kith.people.acts.lived import note_adaptation, note_lived_through
from kith.people.acts.naming import give_identifier, give_name
from kith.people.acts.network import change_offer, put_on_map, record_offer, say_why_service, take_off_map
from kith.people.acts.portraits import end_portrait, keep_portrait
from kith.people.acts.protections import agree_to_end_protection, ask_to_end_protection, keep_protection
from kith.people.acts.rights import check_rights, end_restriction, give_rights_leaflet, record_restriction
from kith.people.acts.risks import arrange_contact, look_at_risk_again, note_risk
from kith.people.acts.services import say_service
from kith.people.acts.situations import confirm_situation, end_situation_line, say_situation
from kith.people.acts.supporting import change_adult_support, note_adult_support
from kith.people.acts.telling import say_not_safe_to_tell, say_safe_to_tell
from kith.people.acts.tree import (
    add_to_family,
    confirm_tree,
    note_getting_on,
    record_asking,
)

__all__ = [
    "add_language",
    "add_new_relative",
    "add_relationship",
    "add_to_family",
    "agree_to_end_protection",
    "arrange_contact",
    "ask_to_end_protection",
    "begin_record",
    "change_adult_support",
    "change_offer",
    "check_rights",
    "confirm_situation",
    "confirm_tree",
    "delegate",
    "describe_person",
    "end_about_me",
    "end_address_protection",
    "end_delegation",
    "end_portrait",
    "end_relationship",
    "end_restriction",
    "end_situation_line",
    "give_contact_point",
    "give_identifier",
    "give_name",
    "give_rights_leaflet",
    "judge_understanding",
    "keep_portrait",
    "keep_protection",
    "look_at_risk_again",
    "move_home",
    "note_adaptation",
    "note_adult_support",
    "note_agreed",
    "note_getting_on",
    "note_lived_through",
    "note_risk",
    "protect_address",
    "put_on_map",
    "record_asking",
    "record_offer",
    "record_parental_responsibility",
    "record_restriction",
    "say_about_me",
    "say_not_safe_to_tell",
    "say_safe_to_tell",
    "say_service",
    "say_situation",
    "say_why_service",
    "take_off_map",
    "tell_about_me",
]
