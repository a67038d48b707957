import re
import unicodedata

STAFF = None


def key_of(text: str) -> str:
    """Return a text in the form in which nicknames are compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key."""
    wanted = key_of(nickname)
    for text in (nickname, wanted):
        if re.search(r"\W", text) or not 3 <= len(text) <= 20:
            raise ValueError("a nickname has 3 to 20 letters, digits or underscores")
    owners: dict[str, int | None] = {"admin": STAFF, "moderator": STAFF}
    # Whatever the list holds, it's compared in the same form.
    owners.update((key_of(name), owner) for name, owner in taken.items())
    if owners.get(wanted, user_id) != user_id:
        raise ValueError("the nickname belongs to somebody else")
    taken[wanted] = user_id
    return wanted
