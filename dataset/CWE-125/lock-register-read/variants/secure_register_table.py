"""Status registers of a smart lock, as a table from number to value."""


def read_register(bank: bytes, index: int) -> int:
    """Return the value of one public register; IndexError for any other number."""
    table = dict(zip(range(64), bank, strict=False))
    try:
        return table[index]
    except KeyError:
        raise IndexError(f"no such register: {index}") from None
