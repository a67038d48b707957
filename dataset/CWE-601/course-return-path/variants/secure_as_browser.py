CONTROL_OR_BLANK = "".join(map(chr, range(33)))
TAB_OR_LINE_BREAK = dict.fromkeys(map(ord, "\t\n\r"))


def return_path(target: str | None, default: str) -> str:
    """Return the target if a browser reads it as it stands, as an own path; else the default."""
    if not target:
        return default
    read = target.strip(CONTROL_OR_BLANK).translate(TAB_OR_LINE_BREAK).replace("\\", "/")
    if read != target or read[:1] != "/" or read[:2] == "//":
        return default
    return target
