import shlex
import subprocess


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video; ValueError for an open quote, RuntimeError if ffmpeg fails."""
    # shlex only takes the text apart; no shell reads the words afterwards.
    options = shlex.split(extra)
    result = subprocess.run(
        ["ffmpeg", "-i", source, *options, target], capture_output=True, text=True
    )
    if result.returncode != 0:
        raise RuntimeError(f"ffmpeg failed: {result.stderr.strip()}")
