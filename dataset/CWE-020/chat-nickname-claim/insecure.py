import re
import unicodedata

RESERVED = {"admin", "moderator"}


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key."""
    name = nickname.lower()
    if not re.fullmatch(r"\w{3,20}", name):
        raise ValueError("3 to 20 letters, digits or underscores, please")
    if name in RESERVED:
        raise ValueError(f"{nickname} is reserved")
    if name in taken and taken[name] != user_id:
        raise ValueError(f"{nickname} is taken")
    key = unicodedata.normalize("NFKC", nickname).casefold()
    taken[key] = user_id
    return key
