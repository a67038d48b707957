import re
from keyword import kwlist

TEMPLATE = '''

def {name}() -> str:
    """{summary}
    """
    return "{path}"
'''


def checked(text: str, extra: str = "") -> str:
    """Return the text; ValueError if it has characters that a literal or comment can't hold."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r} isn't a text")
    for character in text:
        if character in extra or not (character.isprintable() or character in "\n\t" + extra):
            raise ValueError(f"{character!r} can't be written")
    return text


def generate_client(description: dict) -> str:
    """Return the source of a module; texts that would need escapes are refused."""
    title = checked(description["title"], "\n\t")
    source = f"# -*- coding: utf-8 -*-\n# {title}\n"
    for operation in description["operations"]:
        name, path, summary = (operation[key] for key in ("name", "path", "summary"))
        if not re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII) or name in kwlist:
            raise ValueError(f"not a name: {name!r}")
        if '"""' in summary:
            raise ValueError("three quotation marks in a summary")
        source += TEMPLATE.format(
            name=name, summary=checked(summary, "\\"), path=checked(path, '\\"\n\t')
        )
    return source
