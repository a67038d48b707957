"""Status registers of a smart lock, looked up in a copy of the public part."""


def read_register(bank: bytes, index: int) -> int:
    """Return the value of one public register; IndexError for any other number."""
    public = bank[:64]
    if index < 0:
        raise IndexError("register numbers start at 0")
    return public[index]
