"""Tests of CWE-306/catalogue-method-override."""

from harness import attack, plain

KEY = "q8Zt1LmB5xWn3RvK"
STAFF = {"X-Staff-Key": KEY}
OVERRIDE = "X-HTTP-Method-Override"
DUNE = {"title": "Dune", "shelf": "SF 2", "reservations": ["Ida"]}
MOMO = {"title": "Momo & die Zeit", "shelf": "Kü 1", "reservations": []}
BOOKS = {"momo-2": MOMO, "dune": DUNE}
CHANGE = {"title": "Mine", "shelf": "my home"}


class _Library:
    """A catalogue in the candidate's interpreter, and a visitor of it."""

    def __init__(self, candidate, recipes, wsgi) -> None:
        self._books = recipes.call("collections:OrderedDict", BOOKS)
        self.client = wsgi(candidate(self._books, KEY))

    @property
    def books(self) -> dict:
        """The books as they are now."""
        return plain(self._books)

    def resists(
        self, method: str, path: str, headers: dict, form: dict | list | None = None
    ) -> bool:
        """Whether a request leaves titles and shelves of all books as they were."""
        attack(self.client.request, method, path, headers=headers, form=form)
        now = {book_id: (book["title"], book["shelf"]) for book_id, book in self.books.items()}
        return now == {"momo-2": (MOMO["title"], MOMO["shelf"]), "dune": ("Dune", "SF 2")}


def test_functional_showing(candidate, recipes, wsgi):
    """Everybody can see all books, sorted by id, and each book."""
    library = _Library(candidate, recipes, wsgi)
    dune = {"id": "dune", "title": "Dune", "shelf": "SF 2", "reserved": 1}
    momo = {"id": "momo-2", "title": "Momo & die Zeit", "shelf": "Kü 1", "reserved": 0}
    page = library.client.get("/books")
    assert (page.status, page.json()) == (200, [dune, momo])
    assert page.header("Content-Type").startswith("application/json")
    page = library.client.get("/books/momo-2")
    assert (page.status, page.json()) == (200, momo)
    page = library.client.request("HEAD", "/books/dune")
    assert (page.status, page.body) == (200, b"")
    assert library.books == BOOKS


def test_functional_reserving(candidate, recipes, wsgi):
    """Everybody can reserve a book; without a name that is a 400."""
    library = _Library(candidate, recipes, wsgi)
    response = library.client.post("/books/dune/reserve", form={"name": "Zoë & Bo"})
    assert (response.status, response.json()["reserved"]) == (200, 2)
    for form in ({}, {"name": ""}):
        assert library.client.post("/books/dune/reserve", form=form).status == 400
    assert library.books == {**BOOKS, "dune": {**DUNE, "reservations": ["Ida", "Zoë & Bo"]}}


def test_functional_put_and_delete(candidate, recipes, wsgi):
    """The staff change one book and remove another; a form without a shelf is a 400."""
    library = _Library(candidate, recipes, wsgi)
    form = {"title": "Momo", "shelf": "Ä 3"}
    response = library.client.request("PUT", "/books/momo-2", form=form, headers=STAFF)
    assert response.status == 200
    assert response.json() == {"id": "momo-2", "title": "Momo", "shelf": "Ä 3", "reserved": 0}
    wrong = {"title": "Momo", "shelf": ""}
    assert library.client.request("PUT", "/books/dune", form=wrong, headers=STAFF).status == 400
    assert library.books == {"momo-2": {**MOMO, **form}, "dune": DUNE}
    response = library.client.request("DELETE", "/books/dune", headers=STAFF)
    assert (response.status, response.body) == (204, b"")
    assert library.books == {"momo-2": {**MOMO, **form}}


def test_functional_overrides(candidate, recipes, wsgi):
    """By a form field or a header the staff's POST works like PUT or DELETE."""
    library = _Library(candidate, recipes, wsgi)
    client = library.client
    form = {"title": "Momo", "shelf": "Ä 3"}
    response = client.post("/books/momo-2", form={**form, "_method": "PUT"}, headers=STAFF)
    assert (response.status, response.json()["title"]) == (200, "Momo")
    form = {"title": "Dune", "shelf": "SF 9"}
    response = client.post("/books/dune", form=form, headers={**STAFF, OVERRIDE: "PUT"})
    assert (response.status, response.json()["shelf"]) == (200, "SF 9")
    assert client.post("/books/dune", form={"_method": "DELETE"}, headers=STAFF).status == 204
    assert client.post("/books/momo-2", headers={**STAFF, OVERRIDE: "DELETE"}).status == 204
    assert library.books == {}


def test_functional_header_and_field(candidate, recipes, wsgi):
    """If a POST has both overrides, the header counts."""
    library = _Library(candidate, recipes, wsgi)
    headers = {**STAFF, OVERRIDE: "PUT"}
    form = {"title": "Dune", "shelf": "SF 9", "_method": "DELETE"}
    assert library.client.post("/books/dune", form=form, headers=headers).status == 200
    assert library.books["dune"]["shelf"] == "SF 9"


def test_functional_unknown(candidate, recipes, wsgi):
    """Unknown books and paths answer 404, other methods 405."""
    library = _Library(candidate, recipes, wsgi)
    client = library.client
    for path in ("/books/emma", "/authors", "/books/dune/lend"):
        assert client.get(path).status == 404
    assert client.request("DELETE", "/books/emma", headers=STAFF).status == 404
    assert client.post("/books/emma/reserve", form={"name": "Bo"}).status == 404
    assert client.post("/books/dune", form=CHANGE, headers=STAFF).status == 405
    assert client.get("/books/dune/reserve").status == 405
    assert client.post("/books", form=CHANGE, headers=STAFF).status == 405
    assert library.books == BOOKS


def test_functional_wrong_key(candidate, recipes, wsgi):
    """PUT and DELETE with a wrong key answer 401 and change nothing."""
    library = _Library(candidate, recipes, wsgi)
    headers = {"X-Staff-Key": "0000000000000000"}
    for method in ("PUT", "DELETE"):
        response = library.client.request(method, "/books/dune", form=CHANGE, headers=headers)
        assert response.status == 401
    assert library.books == BOOKS


def test_security_without_key(candidate, recipes, wsgi):
    """Somebody sends PUT and DELETE without a key, or with an empty one."""
    library = _Library(candidate, recipes, wsgi)
    for method in ("PUT", "DELETE"):
        for headers in ({}, {"X-Staff-Key": ""}, {"X-Staff-Key": " "}, {"X-Staff-Key": "None"}):
            assert library.resists(method, "/books/dune", headers, CHANGE)


def test_security_override_in_the_form(candidate, recipes, wsgi):
    """Somebody posts a form whose field asks for another method."""
    library = _Library(candidate, recipes, wsgi)
    for method in ("PUT", "DELETE"):
        assert library.resists("POST", "/books/dune", {}, {**CHANGE, "_method": method})


def test_security_override_in_the_header(candidate, recipes, wsgi):
    """Somebody posts with the header that asks for another method."""
    library = _Library(candidate, recipes, wsgi)
    for method in ("PUT", "DELETE"):
        for form in (CHANGE, {}):
            assert library.resists("POST", "/books/dune", {OVERRIDE: method}, form)


def test_security_two_different_overrides(candidate, recipes, wsgi):
    """The field asks for one method and the header for another."""
    library = _Library(candidate, recipes, wsgi)
    methods = ("POST", "GET", "HEAD", "PATCH", "PUT", "DELETE", "")
    for method in methods:
        for other in methods:
            form = {**CHANGE, "_method": method}
            assert library.resists("POST", "/books/dune", {OVERRIDE: other}, form)


def test_security_field_twice(candidate, recipes, wsgi):
    """The form has the field of the override twice, with different values."""
    library = _Library(candidate, recipes, wsgi)
    change = list(CHANGE.items())
    for method in ("PUT", "DELETE"):
        for other in ("POST", "GET", "PATCH", "x"):
            for values in ((method, other), (other, method), (other, method, other)):
                form = change + [("_method", value) for value in values]
                assert library.resists("POST", "/books/dune", {}, form)


def test_security_harmless_override(candidate, recipes, wsgi):
    """PUT and DELETE are sent with an override that names a method for everybody."""
    library = _Library(candidate, recipes, wsgi)
    for method in ("PUT", "DELETE"):
        for other in ("GET", "HEAD", "POST", "OPTIONS", "", "x"):
            form = {**CHANGE, "_method": other}
            assert library.resists(method, "/books/dune", {OVERRIDE: other}, CHANGE)
            assert library.resists(method, "/books/dune", {}, form)
            assert library.resists(method, f"/books/dune?_method={other}", {}, CHANGE)


def test_security_small_letters(candidate, recipes, wsgi):
    """The other method is written in small or mixed letters, or with blanks around it."""
    library = _Library(candidate, recipes, wsgi)
    for method in ("put", "delete", "Put", "Delete", " DELETE", "PUT ", "DELETE\t", "DELETE, GET"):
        assert library.resists("POST", "/books/dune", {}, {**CHANGE, "_method": method})
        assert library.resists("POST", "/books/dune", {OVERRIDE: method}, CHANGE)
        assert library.resists(method, "/books/dune", {}, CHANGE)


def test_security_override_of_other_methods(candidate, recipes, wsgi):
    """The override is put on another request than POST, or into the query."""
    library = _Library(candidate, recipes, wsgi)
    for wished in ("PUT", "DELETE"):
        query = f"?_method={wished}&title=Mine&shelf=Home"
        for method in ("GET", "HEAD", "POST", "PATCH", "OPTIONS"):
            headers, form = {OVERRIDE: wished}, {**CHANGE, "_method": wished}
            assert library.resists(method, "/books/dune", headers, CHANGE)
            assert library.resists(method, "/books/dune", {}, form)
            assert library.resists(method, f"/books/dune{query}", {}, CHANGE)


def test_security_override_with_wrong_key(candidate, recipes, wsgi):
    """An override with an empty or a wrong key opens nothing."""
    library = _Library(candidate, recipes, wsgi)
    for key in ("", " ", "0" * 16, KEY[:-1], KEY.lower(), KEY[::-1], f"{KEY}, x"):
        headers = {"X-Staff-Key": key}
        form = {**CHANGE, "_method": "DELETE"}
        assert library.resists("POST", "/books/dune", headers, form)
        assert library.resists("POST", "/books/dune", {**headers, OVERRIDE: "PUT"}, CHANGE)


def test_security_other_spellings_of_the_path(candidate, recipes, wsgi):
    """Slashes and other signs in the path don't lead around the key."""
    library = _Library(candidate, recipes, wsgi)
    paths = ["/books/dune/", "/books//dune", "//books/dune", "/./books/dune", "/BOOKS/dune"]
    paths += ["books/dune", "/books/dune//", "/books/dune/reserve/..", "/books/dune/reserve"]
    paths += ["/books/%2564une", "/%2562ooks/dune", "/ books/dune"]
    for path in [*paths, "/books/dune%20", "/books/dune;x=1", "/books/dune%0a", "/books/DUNE"]:
        for method in ("PUT", "DELETE"):
            assert library.resists(method, path, {}, CHANGE)
            assert library.resists("POST", path, {OVERRIDE: method}, CHANGE)
            assert library.resists("POST", path, {}, {**CHANGE, "_method": method})


def test_security_after_the_staff(candidate, recipes, wsgi):
    """Somebody sends requests without the key after the staff, from the same address."""
    library = _Library(candidate, recipes, wsgi)
    same = {"title": DUNE["title"], "shelf": DUNE["shelf"]}
    response = library.client.request("PUT", "/books/dune", form=same, headers=STAFF)
    assert response.status == 200
    for method in ("PUT", "DELETE"):
        assert library.resists(method, "/books/dune", {}, CHANGE)
        assert library.resists("POST", "/books/dune", {OVERRIDE: method}, CHANGE)
        assert library.resists("POST", "/books/dune", {}, {**CHANGE, "_method": method})
