import re
from collections.abc import Callable


def queue_track(send: Callable[[bytes], None], playlist: str, title: str) -> None:
    """Add a guest's song wish; ValueError unless playlist and title are plain text."""
    if re.fullmatch(r"[A-Za-z0-9_-]+", playlist) is None:
        raise ValueError(f"no such playlist: {playlist!r}")
    if not title.isprintable():
        raise ValueError(f"not a title: {title!r}")
    send(b" ".join([b"ADD", playlist.encode(), title.encode()]) + b"\n")
