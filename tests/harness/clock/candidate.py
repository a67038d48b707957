# entry_point: stamp
"""Code under test of the clock fixture."""

import copy
import dataclasses
import datetime
import logging
import pickle
import time
from datetime import UTC, date, timedelta, timezone
from datetime import datetime as moment
from time import sleep
from time import time as now


def stamp():
    return (time.time(), now(), time.time_ns())


def steady():
    return (time.monotonic(), time.perf_counter())


def formatted():
    return (time.strftime("%Y-%m-%d %H:%M"), time.gmtime().tm_hour, time.localtime().tm_hour)


def given():
    return (time.strftime("%Y", time.gmtime(0)), time.gmtime(0).tm_year)


def dates():
    return (moment.now(), moment.now(UTC), moment.today(), date.today())


def old_dates():
    return (datetime.datetime.utcnow(), moment.utcfromtimestamp(0))


def zone():
    return moment.now(timezone(timedelta(hours=2))).isoformat()


def is_expired(deadline):
    return moment.now() > deadline


def kinds(value):
    return (
        isinstance(value, datetime.datetime),
        isinstance(value, date),
        isinstance(moment(2026, 1, 1), moment),
        isinstance(date(2026, 1, 1), moment),
        issubclass(moment, date),
    )


def round_trip():
    value = (moment(2026, 1, 2, 3), date(2026, 1, 2), moment.fromisoformat("2026-01-02"))
    return pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


class Stamp(moment):
    """A class derived from datetime."""


def derived():
    value = Stamp.now()
    return isinstance(value, Stamp), value.year


@dataclasses.dataclass
class Event:
    """Takes its time when it is made."""

    at: float = dataclasses.field(default_factory=time.time)


def event():
    logging.getLogger("x").warning("one")
    return Event().at


def wait():
    start = now()
    sleep(30)
    time.sleep(0.5)
    return now() - start
