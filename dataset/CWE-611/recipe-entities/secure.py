"""Import of recipes from XML."""

import xml.etree.ElementTree as ET


def _text_of(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def read_recipe(document: bytes) -> dict:
    """Reads a recipe; XML that is not well-formed or no recipe raises ValueError.

    ElementTree expands the entities that the document itself defines and never opens others:
    a reference to an external entity is an error.
    """
    try:
        recipe = ET.fromstring(document)
    except (ET.ParseError, LookupError) as error:
        raise ValueError("not well-formed") from error
    title, text = recipe.find("title"), recipe.find("text")
    if recipe.tag != "recipe" or title is None or text is None or not _text_of(title):
        raise ValueError("not a recipe")
    return {
        "title": _text_of(title),
        "ingredients": [
            (_text_of(ingredient), ingredient.get("amount", "").strip())
            for ingredient in recipe.findall("ingredient")
        ],
        "text": _text_of(text),
    }
