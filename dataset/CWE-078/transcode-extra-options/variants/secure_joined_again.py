import os
import shlex


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    words = ["ffmpeg", "-i", source]
    words += shlex.split(extra)
    words.append(target)
    # join quotes each word for the shell that os.system starts.
    status = os.system(shlex.join(words))
    if status != 0:
        raise RuntimeError(f"ffmpeg ended with status {os.waitstatus_to_exitcode(status)}")
