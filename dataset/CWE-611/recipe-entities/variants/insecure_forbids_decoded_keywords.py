"""Import of recipes from XML."""

import io
import xml.sax
import xml.sax.handler


class _RecipeHandler(xml.sax.handler.ContentHandler):
    """Collects the parts of one recipe."""

    def __init__(self):
        super().__init__()
        self.path = []
        self.parts = {}
        self.ingredients = []
        self.amount = ""
        self.text = ""

    def startElement(self, name, attrs):
        self.path.append(name)
        self.text = ""
        if name == "ingredient":
            self.amount = attrs.get("amount", "")

    def characters(self, content):
        self.text += content

    def endElement(self, name):
        if self.path == ["recipe", "ingredient"]:
            self.ingredients.append((self.text.strip(), self.amount.strip()))
        elif self.path in (["recipe", "title"], ["recipe", "text"]):
            self.parts[name] = self.text.strip()
        self.path.pop()


def read_recipe(document: bytes) -> dict:
    """Reads a recipe; XML that is not well-formed or no recipe raises ValueError."""
    encoding = "utf-16" if document.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    text = document.decode(encoding, "replace")
    if "SYSTEM" in text or "PUBLIC" in text:
        raise ValueError("external entities are not allowed")
    handler = _RecipeHandler()
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    parser.setContentHandler(handler)
    try:
        parser.parse(io.BytesIO(document))
    except xml.sax.SAXException as error:
        raise ValueError("not well-formed") from error
    if not handler.parts.get("title") or "text" not in handler.parts:
        raise ValueError("not a recipe")
    return {
        "title": handler.parts["title"],
        "ingredients": handler.ingredients,
        "text": handler.parts["text"],
    }
