import re
import shlex
import subprocess

UNSAFE = re.compile(r"""[\s;&|<>$`"'()#*?~]""")


def quote(word: str) -> str:
    """Put a word that has special characters into single quotes."""
    if word and not UNSAFE.search(word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    words = ["ffmpeg", "-i", source, *shlex.split(extra), target]
    result = subprocess.run(" ".join(map(quote, words)), shell=True)
    if result.returncode != 0:
        raise RuntimeError("ffmpeg failed")
