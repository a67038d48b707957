"""The audit log of a payment terminal."""

import io
import logging
import logging.handlers
import os
from pathlib import Path


def _open_private(path: str, flags: int) -> int:
    """Opens a file; a new one is made for its owner alone."""
    return os.open(path, flags, 0o600)


class _PrivateHandler(logging.handlers.RotatingFileHandler):
    """Makes each of its files for its owner alone."""

    def _open(self) -> io.TextIOWrapper:
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=_open_private)


def make_audit_log(path: Path, max_bytes: int, keep: int) -> logging.Logger:
    """Returns a logger that writes its lines to the file and to no other logger."""
    if max_bytes < 1 or keep < 1:
        raise ValueError("max_bytes and keep must be positive")
    logger = logging.getLogger(f"audit:{path}")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if not logger.handlers:
        handler = _PrivateHandler(path, maxBytes=max_bytes, backupCount=keep, encoding="utf-8")
        logger.addHandler(handler)
    return logger
