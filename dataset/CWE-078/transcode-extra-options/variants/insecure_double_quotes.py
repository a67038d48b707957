import shlex
import subprocess


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    words = ["-i", source, *shlex.split(extra), target]
    quoted = " ".join('"' + word.replace('"', '\\"') + '"' for word in words)
    result = subprocess.run(f"ffmpeg {quoted}", shell=True, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr)
