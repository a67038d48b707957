def whole_number(text: str) -> int:
    """Return the number that a text of ASCII digits stands for."""
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(f"not a whole number: {text!r}")
    return int(text)


def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels if they fit; what counts is the lines, not the header."""
    header, *lines = manifest.removesuffix("\n").split("\n")
    tag, parcels, total = header.split(";")
    if tag != "MANIFEST" or whole_number(parcels) < 0 or whole_number(total) < 0:
        raise ValueError("not a header")
    seen = set()
    left_kg = capacity_kg
    ids = []
    for line in lines:
        parcel_id, weight = line.split(";")
        kg = whole_number(weight)
        if kg == 0 or not parcel_id.replace("-", "x").isalnum() or parcel_id in seen:
            raise ValueError("not a parcel, or one that was there before")
        left_kg -= kg
        if left_kg < 0:
            raise ValueError("the load doesn't fit the truck")
        seen.add(parcel_id)
        ids.append(parcel_id)
    return ids
