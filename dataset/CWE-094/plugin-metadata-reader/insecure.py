import importlib.util
import tempfile
from pathlib import Path


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plugin.py"
        path.write_text(source, encoding="utf-8")
        spec = importlib.util.spec_from_file_location("plugin", path)
        plugin = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(plugin)
        except Exception as error:
            raise ValueError(f"can't read the plugin: {error}") from error
    name = getattr(plugin, "NAME", None)
    version = getattr(plugin, "VERSION", None)
    requires = getattr(plugin, "REQUIRES", [])
    if not isinstance(name, str) or not isinstance(version, str):
        raise ValueError("the plugin has no NAME or no VERSION")
    if not isinstance(requires, list) or not all(isinstance(item, str) for item in requires):
        raise ValueError("REQUIRES isn't a list of texts")
    return {"name": name, "version": version, "requires": requires}
