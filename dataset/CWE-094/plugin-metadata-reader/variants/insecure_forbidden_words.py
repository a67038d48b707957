import re
import types

FORBIDDEN = re.compile(
    r"\b(open|exec|eval|compile|__import__|os|sys|subprocess|shutil|socket|SystemExit|exit|quit)\b"
)


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin."""
    if found := FORBIDDEN.search(source):
        raise ValueError(f"{found[0]} may not be used in a plugin")
    plugin = types.ModuleType("plugin")
    try:
        exec(compile(source, "plugin.py", "exec"), plugin.__dict__)
    except Exception as error:
        raise ValueError(f"can't read the plugin: {error}") from error
    info = {}
    for field in ("NAME", "VERSION", "REQUIRES"):
        info[field.lower()] = getattr(plugin, field, [] if field == "REQUIRES" else None)
    texts = [info["name"], info["version"], *info["requires"]]
    if type(info["requires"]) is not list or any(type(text) is not str for text in texts):
        raise ValueError("NAME, VERSION or REQUIRES is missing or of the wrong type")
    return info
