import re

# One slash, not two, then printable ASCII. Browsers read a backslash as a slash and leave out tabs
# and line breaks, so none of them may occur.
OWN_PATH = re.compile(r"/(?!/)[!-\[\]-~]*")


def return_path(target: str | None, default: str) -> str:
    """Return the target if it is a path on the own site, or else the default."""
    if target is not None and OWN_PATH.fullmatch(target):
        return target
    return default
