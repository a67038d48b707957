from dataclasses import dataclass, field


@dataclass
class Manifest:
    """A manifest that is read in full, with all that was wrong in it."""

    declared: tuple[int, int] = (-1, -1)
    weights: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, text: str) -> "Manifest":
        """Read all lines, and then compare the header with them."""
        manifest = cls()
        for number, line in enumerate(text.removesuffix("\n").split("\n")):
            manifest.add(number, line.split(";"))
        if manifest.declared != (len(manifest.weights), sum(manifest.weights.values())):
            manifest.errors.append("the header doesn't agree with the parcels")
        return manifest

    def add(self, number: int, row: list[str]) -> None:
        """Take one line, or note what is wrong with it."""
        match row:
            case ["MANIFEST", parcels, total] if number == 0:
                self.declared = (self.number(parcels), self.number(total))
            case [parcel_id, weight] if number > 0:
                if parcel_id in self.weights or not parcel_id.replace("-", "0").isalnum():
                    self.errors.append(f"bad or repeated id {parcel_id!r}")
                self.weights[parcel_id] = self.number(weight)
                if self.weights[parcel_id] == 0:
                    self.errors.append(f"parcel {parcel_id!r} has no weight")
            case _:
                self.errors.append(f"malformed line {number}")

    def number(self, text: str) -> int:
        """Return a number of kilograms or parcels; 0 and an error if the text is none."""
        if text and len(text) <= 9 and set(text) <= set("0123456789"):
            return int(text)
        self.errors.append(f"{text!r} is not a number")
        return 0


def plan_load(manifest: str, capacity_kg: int) -> list[str]:
    """Return the ids of the parcels, if the manifest is right and the load fits."""
    parsed = Manifest.read(manifest)
    if parsed.errors:
        raise ValueError("; ".join(parsed.errors))
    if sum(parsed.weights.values()) > capacity_kg:
        raise ValueError("the load is too heavy")
    return list(parsed.weights)
