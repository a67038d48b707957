import re
from collections import Counter

MANIFEST = re.compile(r"MANIFEST;[0-9]+;[0-9]+(?:\n[A-Za-z0-9-]+;0*[1-9][0-9]*)*\n?")


def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels if all of them together fit the truck."""
    if not MANIFEST.fullmatch(manifest):
        raise ValueError("malformed manifest")
    (_, parcels, total), *pairs = (line.split(";") for line in manifest.split())
    ids = [parcel_id for parcel_id, _ in pairs]
    if any(times > 1 for times in Counter(ids).values()):
        raise ValueError("an id is there twice")
    load_kg = sum(int(weight) for _, weight in pairs)
    if int(parcels) != len(ids):
        raise ValueError(f"{parcels} parcels announced, {len(ids)} found")
    # A total that was rounded up is the customer's affair; the heavier of the two has to fit.
    if max(load_kg, int(total)) > capacity_kg:
        raise ValueError("the load doesn't fit the truck")
    return ids
