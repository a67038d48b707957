"""Download of all photos of a wedding: titles are kept as far as all systems take them."""

import io
import unicodedata
import zipfile

FORBIDDEN = frozenset('<>:"/\\|?*')
DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789"]
)
LONGEST = 200  # bytes of a stem


def _clean(title: str) -> str:
    """Replaces what isn't allowed in names everywhere, and shortens the rest."""
    composed = unicodedata.normalize("NFC", title)
    kept = "".join(
        "_" if c in FORBIDDEN or unicodedata.category(c) in ("Cs", "Co", "Zl", "Zp") else c
        for c in composed
        if unicodedata.category(c) not in ("Cc", "Cf", "Cn")
    )
    short = kept.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")
    stem = short.strip(". ") or "photo"
    first = unicodedata.normalize("NFKC", stem.partition(".")[0]).strip().upper()
    return f"_{stem}" if first in DEVICES else stem


def _key(name: str) -> str:
    """Returns the form in which names are compared by a system that tells least."""
    decomposed = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFKD", decomposed.casefold())


def pack_album(photos: list[tuple[str, bytes]]) -> bytes:
    """Returns a zip archive with the photos, each named by its title."""
    if not photos:
        raise ValueError("there is nothing to pack")
    given: dict[str, str] = {}
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for title, data in photos:
                stem = _clean(title)
                name, number = f"{stem}.jpg", 2
                while _key(name) in given:
                    name, number = f"{stem} - {number}.jpg", number + 1
                given[_key(name)] = name
                archive.writestr(name, data)
        return buffer.getvalue()
