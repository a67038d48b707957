"""All doubles by the name under which a fixture sends its option."""

from __future__ import annotations

from types import ModuleType

from harness.cell import clock, entropy, environ, files, network, output, processes

DOUBLES: dict[str, ModuleType] = {
    "output": output,
    "processes": processes,
    "environ": environ,
    "files": files,
    "network": network,
    "clock": clock,
    "entropy": entropy,
}
