def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels in a manifest, if the load fits the truck."""
    lines = manifest.strip().split("\n")
    tag, parcels, _ = lines[0].split(";")
    if tag != "MANIFEST" or int(parcels) != len(lines) - 1:
        raise ValueError("malformed header")
    weights = {}
    for line in lines[1:]:
        parcel_id, weight = line.split(";")
        if parcel_id in weights or float(weight) < 0:
            raise ValueError(f"malformed line: {line}")
        weights[parcel_id] = float(weight)
    if sum(weights.values()) > capacity_kg:
        raise ValueError("too heavy for the truck")
    return list(weights)
