def is_own_path(target: str) -> bool:
    """Tell whether a target is a path with one slash in front, in characters of an address."""
    if not target.isascii() or not target.isprintable() or " " in target or "\\" in target:
        return False
    path = target.split("#")[0].split("?")[0]
    match path.split("/"):
        case ["", _]:
            return True
        case ["", first, *_]:
            return first != ""
        case _:
            return False


def return_path(target: str | None, default: str) -> str:
    """Return the target if it is a path on the own site, or else the default."""
    return target if target and is_own_path(target) else default
