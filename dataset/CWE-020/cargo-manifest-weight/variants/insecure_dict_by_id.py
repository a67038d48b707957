def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels in a manifest, if the load fits the truck."""
    header, *lines = manifest.strip().split("\n")
    tag, parcels, total = header.split(";")
    if tag != "MANIFEST" or not parcels.isdigit() or not total.isdigit():
        raise ValueError("malformed header")
    weights = {}
    for line in lines:
        parcel_id, weight = line.split(";")
        if not weight.isdigit():
            raise ValueError(f"malformed line: {line}")
        weights[parcel_id] = int(weight)
    load = sum(weights.values())
    if load != int(total):
        raise ValueError("the header doesn't match the parcels")
    if load > capacity_kg:
        raise ValueError(f"{load} kg is too much for the truck")
    return list(weights)
