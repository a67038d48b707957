import subprocess


class OptionReader:
    """Reads the words of a text as a POSIX shell does, but knows nothing except quoting."""

    def __init__(self, text: str):
        self.text = iter(text)
        self.words: list[str] = []

    def until(self, quote: str) -> str:
        """Return what stands before the closing quote."""
        taken = ""
        for character in self.text:
            if character == quote:
                return taken
            if character == "\\" and quote == '"':
                following = next(self.text, "")
                taken += following if following in ('"', "\\", "$", "`") else "\\" + following
            else:
                taken += character
        raise ValueError(f"a quote {quote} isn't closed")

    def read(self) -> list[str]:
        """Return the words."""
        word = None
        for character in self.text:
            if character in " \t\r\n":
                if word is not None:
                    self.words.append(word)
                word = None
            elif character in "'\"":
                word = (word or "") + self.until(character)
            elif character == "\\":
                word = (word or "") + next(self.text, "\\")
            else:
                word = (word or "") + character
        if word is not None:
            self.words.append(word)
        return self.words


def transcode(source: str, target: str, extra: str) -> None:
    """Convert a video with ffmpeg and the editor's options."""
    options = OptionReader(extra).read()
    with subprocess.Popen(["ffmpeg", "-i", source, *options, target]) as process:
        status = process.wait()
    if status:
        raise RuntimeError(f"ffmpeg ended with status {status}")
