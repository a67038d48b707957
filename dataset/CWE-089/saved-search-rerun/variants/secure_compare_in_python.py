import sqlite3
from typing import NamedTuple


class Listing(NamedTuple):
    """A flat that is to let; the order of the fields is the order of the results."""

    rent: int
    id: int
    city: str


class Search(NamedTuple):
    """What a user is looking for."""

    city: str
    max_rent: int | None

    def fits(self, listing: Listing) -> bool:
        if listing.city != self.city:
            return False
        return self.max_rent is None or listing.rent <= self.max_rent


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Read all listings and compare them with the search here."""
    row = db.execute("SELECT city, max_rent FROM saved_searches WHERE id = ?", [search_id])
    found = row.fetchone()
    if found is None:
        raise LookupError("no such search")
    search = Search(*found)
    listings = map(Listing._make, db.execute("SELECT rent, id, city FROM listings"))
    return [
        {"id": listing.id, "city": listing.city, "rent": listing.rent}
        for listing in sorted(filter(search.fits, listings))
    ]
