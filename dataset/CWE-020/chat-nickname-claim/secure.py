import re
import unicodedata

RESERVED = {"admin", "moderator"}


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key; ValueError if the user can't have it."""
    # All checks are about the key, since it is what is stored.
    key = unicodedata.normalize("NFKC", nickname).casefold()
    if not re.fullmatch(r"\w{3,20}", key):
        raise ValueError("3 to 20 letters, digits or underscores, please")
    if key in RESERVED:
        raise ValueError(f"{key} is reserved")
    if taken.get(key, user_id) != user_id:
        raise ValueError(f"{key} is taken")
    taken[key] = user_id
    return key
