def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels in a manifest, if the load fits the truck."""
    lines = manifest.strip().split("\n")
    tag, parcels, total = lines[0].split(";")
    if tag != "MANIFEST":
        raise ValueError("malformed header")
    ids = []
    load = 0
    for line in lines[1:]:
        parcel_id, weight = line.split(";")
        if parcel_id in ids:
            raise ValueError(f"{parcel_id} is there twice")
        ids.append(parcel_id)
        load += int(weight)
    if len(ids) != int(parcels) or load != int(total):
        raise ValueError("the header doesn't match the parcels")
    if load > capacity_kg:
        raise ValueError(f"{load} kg is too much for the truck")
    return ids
