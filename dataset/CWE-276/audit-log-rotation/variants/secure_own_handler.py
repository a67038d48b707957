"""The audit log of a payment terminal: a handler of its own on file descriptors."""

import logging
import os
from pathlib import Path

_LOGGERS: dict[Path, logging.Logger] = {}


class AuditFile(logging.Handler):
    """Appends each record to a private file and rotates by renaming."""

    def __init__(self, path: Path, max_bytes: int, keep: int) -> None:
        super().__init__(logging.INFO)
        self._path = path
        self._max_bytes = max_bytes
        self._keep = keep

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")

    def _rotate(self) -> None:
        for number in range(self._keep - 1, 0, -1):
            if self._numbered(number).exists():
                self._numbered(number).replace(self._numbered(number + 1))
        self._path.replace(self._numbered(1))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        line = f"{self.format(record)}\n".encode()
        if self._path.exists():
            size = self._path.stat().st_size
            if size and size + len(line) > self._max_bytes:
                self._rotate()
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)


def make_audit_log(path: Path, max_bytes: int, keep: int) -> logging.Logger:
    """Returns a logger that writes its lines to the file and to no other logger."""
    if min(max_bytes, keep) <= 0:
        raise ValueError("limits must be at least 1")
    place = path.absolute()
    if place not in _LOGGERS:
        logger = logging.Logger(f"audit of {place}", logging.INFO)
        logger.addHandler(AuditFile(place, max_bytes, keep))
        _LOGGERS[place] = logger
    return _LOGGERS[place]
