from xml.etree.ElementTree import Element, SubElement, tostring


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member; the serialiser escapes name and address."""
    entry = Element("li")
    owner = entry
    if website.lower().startswith(("http://", "https://")):
        owner = SubElement(entry, "a", href=website)
    owner.text = name
    return tostring(entry, encoding="unicode", method="html")
