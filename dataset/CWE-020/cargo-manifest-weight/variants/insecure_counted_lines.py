def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels in a manifest, if the load fits the truck."""
    header, *lines = manifest.strip().split("\n")
    tag, parcels, total = header.split(";")
    if tag != "MANIFEST":
        raise ValueError("malformed header")
    rows = [line.split(";") for line in lines]
    if any(len(row) != 2 or not row[1].isdigit() for row in rows):
        raise ValueError("malformed line")
    load = 0
    for number in range(int(parcels)):
        load += int(rows[number][1])
    if load != int(total) or load > capacity_kg:
        raise ValueError("the load doesn't match the header or the truck")
    return [row[0] for row in rows]
