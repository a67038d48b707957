"""Import of recipes from XML: documents that declare external entities are refused."""

import xml.etree.ElementTree as ET
from xml.parsers import expat


def _refuse_external(document: bytes) -> None:
    """Raises ValueError if the document refers to anything outside of itself."""

    def entity(name, is_parameter, value, base, system_id, public_id, notation):
        if value is None:
            raise ValueError(f"the entity {name} is not in the document")

    def doctype(name, system_id, public_id, has_internal_subset):
        if system_id is not None or public_id is not None:
            raise ValueError("the document type is not in the document")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = entity
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(document, True)


def read_recipe(document: bytes) -> dict:
    """Reads a recipe; XML that is not well-formed or no recipe raises ValueError."""
    try:
        _refuse_external(document)
        recipe = ET.XML(document)
    except (expat.ExpatError, ET.ParseError, LookupError) as error:
        raise ValueError(f"cannot be read: {error}") from error
    title = recipe.findtext("title", "").strip()
    text = recipe.findtext("text")
    if recipe.tag != "recipe" or title == "" or text is None:
        raise ValueError("a recipe needs a title and a text")
    ingredients = []
    for element in recipe.iterfind("ingredient"):
        ingredients.append(((element.text or "").strip(), element.attrib.get("amount", "").strip()))
    return {"title": title, "ingredients": ingredients, "text": text.strip()}
