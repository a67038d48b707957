import shlex
import subprocess


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    words = ["ffmpeg", "-i", source, *shlex.split(extra), target]
    command = " ".join(word.replace(" ", "\\ ").replace("'", "\\'") for word in words)
    try:
        subprocess.run(command, shell=True, check=True)
    except subprocess.CalledProcessError as error:
        raise RuntimeError("ffmpeg failed") from error
