def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels in a manifest, if the load fits the truck."""
    lines = manifest.strip().split("\n")
    tag, parcels, total = lines[0].split(";")
    if tag != "MANIFEST" or int(parcels) != len(lines) - 1:
        raise ValueError("malformed header")
    if int(total) > capacity_kg:
        raise ValueError(f"{total} kg is too much for the truck")
    ids = []
    for line in lines[1:]:
        parcel_id, weight = line.split(";")
        if not parcel_id or not weight.isdigit():
            raise ValueError(f"malformed line: {line}")
        ids.append(parcel_id)
    return ids
