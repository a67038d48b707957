# entry_point: speak
"""Code under test of the output fixture."""

import logging
import sys
import warnings

log = logging.getLogger("shop.orders")


def speak():
    print("to out", end="")
    print("to err", file=sys.stderr)
    sys.stdout.buffer.write(b"\xc3\xa9")
    sys.stdout.flush()


def record(secret):
    log.debug("debug %s", secret)
    log.info("info %(key)s", {"key": secret})
    logging.warning("root")
    try:
        raise KeyError(secret)
    except KeyError:
        log.exception("failed")


def with_config(stream):
    logging.basicConfig(level=logging.INFO, stream=stream, format="%(message)s")
    log.debug("hidden")
    log.info("shown")
    logging.getLogger().handlers[0].flush()


def use(logger, text):
    logger.info(text)


def warn():
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    warnings.warn("old", DeprecationWarning, stacklevel=1)


def flood():
    for _ in range(100):
        print("x" * 100_000)
