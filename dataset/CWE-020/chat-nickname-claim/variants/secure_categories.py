from dataclasses import dataclass
from unicodedata import category, normalize


@dataclass(frozen=True)
class Nickname:
    """A nickname of the right form, as it was typed and as it is compared."""

    typed: str

    def __post_init__(self) -> None:
        for text in (self.typed, self.key):
            if not 3 <= len(text) <= 20:
                raise ValueError("a nickname has 3 to 20 characters")
            if not all(char == "_" or category(char)[0] in "LN" for char in text):
                raise ValueError("a nickname has letters, digits and underscores")

    @property
    def key(self) -> str:
        """The text under which the nickname is stored."""
        return normalize("NFKC", self.typed).casefold()

    def is_reserved(self) -> bool:
        """Tell whether the nickname is kept for the staff."""
        return self.key in ("admin", "moderator")


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key."""
    name = Nickname(nickname)
    if name.is_reserved():
        raise ValueError("this nickname is kept for the staff")
    if name.key in taken:
        if taken[name.key] != user_id:
            raise ValueError("this nickname is taken")
    else:
        taken[name.key] = user_id
    return name.key
