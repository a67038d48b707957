"""The audit log of a payment terminal: a missing file is made before the handler opens it."""

import logging
import logging.handlers
from pathlib import Path
from typing import TextIO


class _Handler(logging.handlers.RotatingFileHandler):
    def _open(self) -> TextIO:
        Path(self.baseFilename).touch(mode=0o600, exist_ok=True)
        return super()._open()


def make_audit_log(path: Path, max_bytes: int, keep: int) -> logging.Logger:
    """Returns a logger that writes its lines to the file and to no other logger."""
    if not (max_bytes >= 1 and keep >= 1):
        raise ValueError(f"{max_bytes} and {keep} must be at least 1")
    log = logging.getLogger(f"audit {path}")
    log.setLevel(logging.INFO)
    log.propagate = False
    if log.hasHandlers():
        return log
    log.addHandler(_Handler(path, maxBytes=max_bytes, backupCount=keep, encoding="utf-8"))
    return log
