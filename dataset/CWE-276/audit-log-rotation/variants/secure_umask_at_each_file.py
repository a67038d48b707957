"""The audit log of a payment terminal: a private umask whenever a file is opened."""

import io
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path


class _Handler(RotatingFileHandler):
    def _open(self) -> io.TextIOWrapper:
        before = os.umask(0o177)
        try:
            return super()._open()
        finally:
            os.umask(before)


def make_audit_log(path: Path, max_bytes: int, keep: int) -> logging.Logger:
    """Returns a logger that writes its lines to the file and to no other logger."""
    if max_bytes < 1:
        raise ValueError("max_bytes")
    if keep < 1:
        raise ValueError("keep")
    logger = logging.getLogger("audit").getChild(str(path.resolve()).replace(".", "_dot_"))
    logger.propagate = False
    logger.setLevel("INFO")
    for old in logger.handlers[:]:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(_Handler(str(path), "a", max_bytes, keep, "utf-8"))
    return logger
