import re
from collections.abc import Callable

PLAYLIST = re.compile(r"^[\w-]+$")


def queue_track(send: Callable[[bytes], None], playlist: str, title: str) -> None:
    """Add a guest's song wish to a playlist of the jukebox."""
    if not PLAYLIST.match(playlist):
        raise ValueError(f"not the name of a playlist: {playlist!r}")
    title = " ".join(title.splitlines())
    send(f"ADD {playlist} {title}\n".encode())
