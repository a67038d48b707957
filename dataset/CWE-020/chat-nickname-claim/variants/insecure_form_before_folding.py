import re
import unicodedata


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key."""
    name = unicodedata.normalize("NFKC", nickname)
    if not re.fullmatch(r"\w{3,20}", name):
        raise ValueError("3 to 20 letters, digits or underscores, please")
    key = name.casefold()
    if key in ("admin", "moderator"):
        raise ValueError(f"{nickname} is reserved")
    if taken.get(key, user_id) != user_id:
        raise ValueError(f"{nickname} is taken")
    taken[key] = user_id
    return key
