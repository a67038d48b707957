from collections.abc import Callable


def queue_track(send: Callable[[bytes], None], playlist: str, title: str) -> None:
    """Add a guest's song wish to a playlist of the jukebox."""
    if not playlist or " " in playlist or "\n" in playlist:
        raise ValueError(f"not the name of a playlist: {playlist!r}")
    title = title.replace("\n", " ")
    send(f"ADD {playlist} {title}\n".encode())
