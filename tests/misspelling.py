"""Names as they are typed in a hurry."""

import random
from string import ascii_lowercase


def misspelt(name: str, edits: int, rng: random.Random) -> str:
    """Return a name with a letter left out, added, replaced or swapped, so many times over."""
    for _ in range(edits):
        place = rng.randrange(len(name))
        head, tail = name[:place], name[place:]
        match rng.choice(("insert", "delete", "swap", "replace")):
            case "insert":
                name = head + rng.choice(ascii_lowercase) + tail
            case "delete":
                name = head + tail[1:]
            case "swap":
                name = head + tail[1:2] + tail[:1] + tail[2:]
            case _:
                name = head + rng.choice(ascii_lowercase) + tail[1:]
    return name
