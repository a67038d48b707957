from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Locker:
    """A locker with a serial and a site of the right form."""

    serial: str
    site: str

    def __post_init__(self) -> None:
        letters, digits = self.serial[:2], self.serial[2:]
        if not self.serial.isascii() or len(letters) != 2 or len(digits) != 6:
            raise ValueError("a serial has eight characters")
        if not (letters.isalpha() and letters.isupper() and digits.isdecimal()):
            raise ValueError("a serial is two capital letters and six digits")
        if not self.site.isascii() or not 0 < len(self.site) <= 20:
            raise ValueError("a site has 1 to 20 characters")
        if not self.site.replace("-", "x").isalnum():
            raise ValueError("a site has letters, digits and hyphens")

    def __str__(self) -> str:
        return f"{self.serial};{self.site}"


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory."""
    locker = Locker(serial, site)
    with inventory.open("a", encoding="utf-8") as file:
        print(locker, file=file)
