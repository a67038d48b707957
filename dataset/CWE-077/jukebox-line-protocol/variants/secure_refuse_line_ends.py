from collections.abc import Callable


def queue_track(send: Callable[[bytes], None], playlist: str, title: str) -> None:
    """Add a guest's song wish; ValueError for what isn't one line of the protocol."""
    if playlist.split() != [playlist]:
        raise ValueError("a playlist is a single word")
    line = f"ADD {playlist} {title}".encode("utf-8")
    if b"\n" in line or b"\r" in line:
        raise ValueError("a title can't have several lines")
    send(line + b"\r\n")
