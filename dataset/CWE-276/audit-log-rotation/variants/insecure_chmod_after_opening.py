"""The audit log of a payment terminal."""

import io
import logging
import logging.handlers
import os
from pathlib import Path


class _Handler(logging.handlers.RotatingFileHandler):
    """Makes each of its files private."""

    def _open(self) -> io.TextIOWrapper:
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)
        return stream


def make_audit_log(path: Path, max_bytes: int, keep: int) -> logging.Logger:
    """Returns a logger that writes its lines to the file and to no other logger."""
    if max_bytes < 1 or keep < 1:
        raise ValueError("max_bytes and keep must be positive")
    logger = logging.getLogger(f"audit:{path}")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if not logger.handlers:
        handler = _Handler(path, maxBytes=max_bytes, backupCount=keep, encoding="utf-8")
        logger.addHandler(handler)
    return logger
