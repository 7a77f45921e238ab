"""What a query reads of an example is said of each query and of each slot."""

from jumelage_bot.domain.language import Select, Slot
from jumelage_bot.loading.slots import READ


def test_every_query_says_which_slots_it_reads() -> None:
    assert READ.keys() == set(Select)


def test_every_slot_is_read_by_a_query() -> None:
    read = {slot for ways in READ.values() for slots in ways for slot in slots}

    assert read == set(Slot)
