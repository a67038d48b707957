import re
import shlex
import subprocess

OPTION = re.compile(r"-[a-z][a-z_]*(:[a-z])?")


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    for word in shlex.split(extra):
        if word.startswith("-") and not OPTION.fullmatch(word):
            raise ValueError(f"{word} is not an option of ffmpeg")
    command = f"ffmpeg -i {shlex.quote(source)} {extra} {shlex.quote(target)}"
    status, output = subprocess.getstatusoutput(command)
    if status != 0:
        raise RuntimeError(output)
