"""Takes the ways into JavaScript out of both interpreters, when their memory images are made.

This keeps curious code away from Pyodide's bridge; the boundary itself is the frame, the worker's
frozen realm and the judge's separate memory. The worker of a candidate that mentions these modules
is thrown away.
"""

from __future__ import annotations

import _imp
import gc
import sys
import types

BANNED = {
    "_ctypes",
    "_ctypes_test",
    "_pyodide",
    "_pyodide_core",
    "ctypes",
    "js",
    "micropip",
    "pyodide",
    "pyodide_js",
    "webbrowser",
}
"""Top-level modules that lead to JavaScript or to raw memory."""

_BRIDGE_TYPES = {"Js2PyConverter", "JsFinder", "JsFuncSignature", "JsLoader", "JsProxy"}
_HELD_TYPES = {"Js2PyConverter", "JsProxy"}
_UNUSED_BUILTINS = {"_interpchannels", "_interpqueues", "_interpreters", "_xx", "xxsubtype"}


def harden() -> None:
    """Purge the banned modules and what holds on to them, when the images are made."""
    _import_builtins()
    _remove_finders()
    modules = [sys.modules.pop(name) for name in list(sys.modules) if _is_banned(name)]
    # C code may hold functions of these modules: without their globals they can do nothing.
    for module in modules:
        if isinstance(module, types.ModuleType):  # `js` itself is a proxy without a namespace
            vars(module).clear()
    del module, modules
    # Without these no built-in module can be made again.
    for name in ("create_builtin", "exec_builtin", "create_dynamic", "exec_dynamic"):
        if hasattr(_imp, name):
            delattr(_imp, name)
    _empty_bridge_objects()
    _drop_references()
    # What is out of reach now must be gone: the collector would show it to who asks.
    gc.collect()
    gc.freeze()
    sys.modules.pop("harden", None)


def _is_banned(name: str) -> bool:
    return name.partition(".")[0] in BANNED


def _import_builtins() -> None:
    for name in sys.builtin_module_names:
        if name in BANNED or name in _UNUSED_BUILTINS or name.startswith("_test"):
            continue
        try:
            __import__(name)
        except ImportError:  # not usable here: then the candidate can't have it either
            continue


def _remove_finders() -> None:
    hook = sys.modules.get("_pyodide._importhook")
    if hook is not None:
        hook.jsfinder.jsproxies.clear()
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not _is_banned(getattr(finder, "__module__", None) or "")
        and not _is_banned(type(finder).__module__)
    ]
    sys.excepthook = sys.__excepthook__


def _empty_bridge_objects() -> None:
    for item in gc.get_objects():
        if _is_bridge_object(item):
            vars(item).clear()


def _drop_references() -> None:
    modules = [vars(module) for module in sys.modules.values() if type(module) is types.ModuleType]
    dicts = [*modules, *(item for item in gc.get_objects() if type(item) is dict)]
    kinds: set[type] = set()
    for item in dicts:
        kinds.update(map(type, item.values()))
    suspects = {kind for kind in kinds if kind.__name__ in _HELD_TYPES}
    suspects |= {types.BuiltinFunctionType, types.ModuleType}
    for item in dicts:
        if not suspects.isdisjoint(map(type, item.values())):
            held = [(key, value) for key, value in item.items() if type(value) in suspects]
            for key in [key for key, value in held if _leads_out(value)]:
                del item[key]


def _is_bridge_object(item: object) -> bool:
    return type(item).__name__ in _BRIDGE_TYPES and hasattr(item, "__dict__")


def _leads_out(value: object) -> bool:
    if isinstance(value, types.BuiltinFunctionType):
        return getattr(value, "__module__", None) in ("_pyodide_core", "_ctypes")
    if type(value) is types.ModuleType:
        return _is_banned(getattr(value, "__name__", ""))
    return type(value).__name__ in _HELD_TYPES
