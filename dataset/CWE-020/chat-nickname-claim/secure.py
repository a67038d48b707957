import re
import unicodedata

RESERVED = {"admin", "moderator"}


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key; ValueError if the user can't have it."""
    # The key is stored, so the key is checked; the typed text must have the form as well.
    key = unicodedata.normalize("NFKC", nickname).casefold()
    if not all(re.fullmatch(r"\w{3,20}", text) for text in (key, nickname)):
        raise ValueError("3 to 20 letters, digits or underscores, please")
    if key in RESERVED:
        raise ValueError(f"{key} is reserved")
    if taken.get(key, user_id) != user_id:
        raise ValueError(f"{key} is taken")
    taken[key] = user_id
    return key
