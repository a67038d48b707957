import os
import shlex


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    # Raises ValueError if a quote isn't closed.
    shlex.split(extra)
    command = f"ffmpeg -i {shlex.quote(source)} {extra} {shlex.quote(target)}"
    if os.system(command) != 0:
        raise RuntimeError("ffmpeg failed")
