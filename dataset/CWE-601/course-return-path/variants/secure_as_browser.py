CONTROL_OR_BLANK = "".join(map(chr, range(33)))
TAB_OR_LINE_BREAK = dict.fromkeys(map(ord, "\t\n\r"))


def return_path(target: str | None, default: str) -> str:
    """Return the target as a browser reads it, or the default if it leads away."""
    if not target:
        return default
    read = target.strip(CONTROL_OR_BLANK).translate(TAB_OR_LINE_BREAK).replace("\\", "/")
    if read[:1] != "/" or read[:2] == "//":
        return default
    return read
