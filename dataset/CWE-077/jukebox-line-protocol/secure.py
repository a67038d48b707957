import re
from collections.abc import Callable

WORD = re.compile(r"\S+")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def queue_track(send: Callable[[bytes], None], playlist: str, title: str) -> None:
    """Add a guest's song wish to a playlist of the jukebox, as one line."""
    # fullmatch, as $ would let a line feed at the end pass.
    if not WORD.fullmatch(playlist):
        raise ValueError(f"not the name of a playlist: {playlist!r}")
    title = CONTROL_CHARACTERS.sub(" ", title)
    send(f"ADD {playlist} {title}\n".encode())
