"""Status registers of a smart lock, read from the public part only."""


def read_register(bank: bytes, index: int) -> int:
    """Return the value of one public register."""
    return bank[:64][index]
