"""Articles of an encyclopedia."""

from xml.parsers import expat

MAX_BYTES = 500_000
MAX_CHARACTERS = 100_000


class _Article:
    """Collects an article and counts its characters, with abbreviations expanded."""

    def __init__(self) -> None:
        self.root: str | None = None
        self.title: str | None = None
        self.texts: list[str] = []
        self.length = 0

    def _count(self, text: str) -> None:
        self.length += len(text)
        if self.length > MAX_CHARACTERS:
            raise ValueError("the article is too long")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.root is None:
            self.root = name
            self.title = attributes.get("title")
            self._count(self.title or "")

    def data(self, text: str) -> None:
        self._count(text)
        self.texts.append(text)


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES:
        raise ValueError("the document is too long")
    article = _Article()
    parser = expat.ParserCreate()
    parser.StartElementHandler = article.start
    parser.CharacterDataHandler = article.data
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("not well-formed") from error
    if article.root != "article" or article.title is None:
        raise ValueError("not an article")
    return {"title": article.title, "text": "".join(article.texts)}
