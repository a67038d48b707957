"""Import of recipes from XML: minidom, which never opens other files."""

from xml.dom import minidom
from xml.parsers.expat import ExpatError


def _content(element: minidom.Element) -> str:
    texts = (minidom.Node.TEXT_NODE, minidom.Node.CDATA_SECTION_NODE)
    return "".join(node.data for node in element.childNodes if node.nodeType in texts).strip()


def read_recipe(document: bytes) -> dict:
    """Reads a recipe; XML that is not well-formed or no recipe raises ValueError."""
    try:
        root = minidom.parseString(document).documentElement
    except (ExpatError, LookupError) as error:
        raise ValueError("not well-formed") from error
    if root.tagName != "recipe":
        raise ValueError("not a recipe")
    single = {}
    ingredients = []
    for child in root.childNodes:
        if child.nodeType != minidom.Node.ELEMENT_NODE:
            continue
        if child.tagName == "ingredient":
            ingredients.append((_content(child), child.getAttribute("amount").strip()))
        else:
            single[child.tagName] = _content(child)
    if "text" not in single or not single.get("title"):
        raise ValueError("not a recipe")
    return {"title": single["title"], "ingredients": ingredients, "text": single["text"]}
