"""What is remembered of conversations, and of how many."""

from jumelage_bot.adapters.conversations import ConversationsInMemory
from jumelage_bot.domain.dialogue import NEW, DialogueState


def test_a_conversation_is_found_again_and_a_new_one_is_empty() -> None:
    store = ConversationsInMemory()
    said = DialogueState("qui est maire ?", ("miravel",))

    store.save("a", said)

    assert store.load("a") == said
    assert store.load("b") == NEW


def test_the_conversation_silent_longest_is_lost_first() -> None:
    store = ConversationsInMemory(capacity=2)
    said = DialogueState("qui est maire ?")

    for conversation in ("a", "b", "a", "c"):
        store.save(conversation, said)

    assert [store.load(c) == said for c in ("a", "b", "c")] == [True, False, True]
