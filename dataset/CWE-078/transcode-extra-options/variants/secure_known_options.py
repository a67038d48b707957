import shlex
import subprocess

# The options that editors need, and how many words follow each.
KNOWN = {
    "-an": 0, "-vn": 0, "-crf": 1, "-preset": 1, "-metadata": 1, "-vf": 1, "-af": 1, "-r": 1,
    "-b:v": 1, "-b:a": 1, "-c:v": 1, "-c:a": 1, "-ss": 1, "-t": 1, "-s": 1, "-threads": 1,
}  # fmt: skip


def read_options(extra: str) -> list[str]:
    """Take the options apart; ValueError for one that isn't known."""
    words = iter(shlex.split(extra))
    options = []
    for name in words:
        if name not in KNOWN:
            raise ValueError(f"{name!r} is not an option for editors")
        options.append(name)
        for _ in range(KNOWN[name]):
            value = next(words, None)
            if value is None:
                raise ValueError(f"{name} needs a value")
            options.append(value)
    return options


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    try:
        subprocess.run(["ffmpeg", "-i", source] + read_options(extra) + [target], check=True)
    except subprocess.CalledProcessError as error:
        raise RuntimeError("ffmpeg failed") from error
