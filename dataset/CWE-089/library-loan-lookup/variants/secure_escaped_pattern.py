import re
import sqlite3
from dataclasses import asdict, dataclass


@dataclass
class Loan:
    """A line on the terminal."""

    title: str
    due: str


class LoanDesk:
    """Answers questions about loans."""

    SEARCH = (
        "SELECT title, due FROM loans WHERE card = ? AND returned = 0"
        " AND title LIKE ? ESCAPE '!' ORDER BY due ASC, title ASC"
    )

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def search(self, card: str, title_part: str) -> list[Loan]:
        # Percent signs and underscores that were typed are searched for as they are.
        pattern = "%" + re.sub(r"[%_!]", r"!\g<0>", title_part) + "%"
        return [Loan(*row) for row in self.db.execute(self.SEARCH, (card, pattern))]


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Return the open loans of a card whose title contains the typed text."""
    return [asdict(loan) for loan in LoanDesk(db).search(card, title_part)]
