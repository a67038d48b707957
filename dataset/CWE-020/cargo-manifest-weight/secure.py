import re

HEADER = re.compile(r"MANIFEST;([0-9]{1,9});([0-9]{1,9})")
PARCEL = re.compile(r"([A-Za-z0-9-]+);([0-9]{1,9})")


def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels; ValueError if they don't fit or the manifest is wrong."""
    first, *rest = manifest.removesuffix("\n").split("\n")
    header = HEADER.fullmatch(first)
    if header is None:
        raise ValueError("the header is missing or malformed")
    weights: dict[str, int] = {}
    for line in rest:
        parcel = PARCEL.fullmatch(line)
        if parcel is None or parcel[1] in weights or int(parcel[2]) < 1:
            raise ValueError(f"malformed or repeated parcel: {line!r}")
        weights[parcel[1]] = int(parcel[2])
    load_kg = sum(weights.values())
    if (int(header[1]), int(header[2])) != (len(weights), load_kg):
        raise ValueError("the header contradicts the lines")
    if load_kg > capacity_kg:
        raise ValueError(f"{load_kg} kg is too much for this truck")
    return list(weights)
