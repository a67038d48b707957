"""Tests of CWE-306/boiler-hub-api."""

from harness import attack, plain

TOKEN = "k3V9sQ2mXw7Lp0Ta"
OPERATOR = {"Authorization": f"Bearer {TOKEN}"}
FIRMWARE = b"\x7fELF burner 1.4"
START = {"temperature": 57.5, "mode": "heating", "setpoint": 60, "firmware": FIRMWARE}


class _House:
    """A boiler in the candidate's interpreter, and a visitor of its web interface."""

    def __init__(self, candidate, recipes, wsgi) -> None:
        self._boiler = recipes.call("collections:OrderedDict", START)
        self.client = wsgi(candidate(self._boiler, TOKEN))

    @property
    def boiler(self) -> dict:
        """What the boiler is set to now."""
        return plain(self._boiler)


def _try_everything(house: _House, headers: dict[str, str]) -> None:
    """Sends each of the operator's requests with these headers."""
    attack(house.client.post, "/setpoint", form={"celsius": "80"}, headers=headers)
    attack(house.client.post, "/firmware", body=b"evil", headers=headers)
    attack(house.client.post, "/factory-reset", headers=headers)


def test_functional_status(candidate, recipes, wsgi):
    """Everybody can read temperature, mode and setpoint."""
    response = _House(candidate, recipes, wsgi).client.get("/status")
    assert response.status == 200
    assert response.header("Content-Type").startswith("application/json")
    assert response.json() == {"temperature": 57.5, "mode": "heating", "setpoint": 60}


def test_functional_setpoint(candidate, recipes, wsgi):
    """The operator changes the setpoint, and the status shows it."""
    house = _House(candidate, recipes, wsgi)
    for celsius in (5, 62, 80):
        form = {"celsius": str(celsius)}
        assert house.client.post("/setpoint", form=form, headers=OPERATOR).status == 200
        assert house.boiler == {**START, "setpoint": celsius}
    assert house.client.get("/status").json()["setpoint"] == 80


def test_functional_firmware_and_reset(candidate, recipes, wsgi):
    """The operator stores new firmware and resets the boiler to its defaults."""
    house = _House(candidate, recipes, wsgi)
    image = bytes(range(256)) * 8
    assert house.client.post("/firmware", body=image, headers=OPERATOR).status == 200
    assert house.boiler == {**START, "firmware": image}
    assert house.client.post("/factory-reset", headers=OPERATOR).status == 200
    assert house.boiler == {**START, "firmware": image, "setpoint": 45, "mode": "standby"}


def test_functional_wrong_values(candidate, recipes, wsgi):
    """A setpoint that is no number from 5 to 80, and empty firmware, answer 400."""
    house = _House(candidate, recipes, wsgi)
    for celsius in ("4", "81", "500", "-20", "warm", "21.5", ""):
        form = {"celsius": celsius}
        assert house.client.post("/setpoint", form=form, headers=OPERATOR).status == 400
    form = {"fahrenheit": "60"}
    assert house.client.post("/setpoint", form=form, headers=OPERATOR).status == 400
    assert house.client.post("/firmware", body=b"", headers=OPERATOR).status == 400
    assert house.boiler == START


def test_functional_wrong_token(candidate, recipes, wsgi):
    """A setpoint that is sent with a wrong token answers 401 and changes nothing."""
    house = _House(candidate, recipes, wsgi)
    headers = {"Authorization": "Bearer 0000000000000000"}
    assert house.client.post("/setpoint", form={"celsius": "70"}, headers=headers).status == 401
    assert house.boiler == START


def test_functional_other_paths_and_methods(candidate, recipes, wsgi):
    """An unknown path answers 404, another method on a known path 405."""
    house = _House(candidate, recipes, wsgi)
    assert house.client.get("/pressure", headers=OPERATOR).status == 404
    assert house.client.post("/pressure", headers=OPERATOR).status == 404
    for path in ("/setpoint", "/firmware", "/factory-reset"):
        assert house.client.get(path, headers=OPERATOR).status == 405
    assert house.client.post("/status", headers=OPERATOR).status == 405
    assert house.boiler == START


def test_security_firmware_by_anybody(candidate, recipes, wsgi):
    """Somebody without a token replaces the firmware of the burner."""
    house = _House(candidate, recipes, wsgi)
    attack(house.client.post, "/firmware", body=b"evil")
    attack(house.client.request, "PUT", "/firmware", body=b"evil")
    assert house.boiler == START


def test_security_reset_by_anybody(candidate, recipes, wsgi):
    """Somebody without a token resets the boiler."""
    house = _House(candidate, recipes, wsgi)
    attack(house.client.post, "/factory-reset")
    attack(house.client.post, "/factory-reset", form={"confirm": "yes"})
    assert house.boiler == START


def test_security_no_header(candidate, recipes, wsgi):
    """Somebody leaves out the header, or sends it empty or without a token."""
    house = _House(candidate, recipes, wsgi)
    _try_everything(house, {})
    for value in ("", " ", "Bearer", "Bearer ", "Bearer None", "Basic", "Basic Og=="):
        _try_everything(house, {"Authorization": value})
    assert house.boiler == START


def test_security_wrong_token(candidate, recipes, wsgi):
    """Wrong tokens open none of the operator's functions."""
    house = _House(candidate, recipes, wsgi)
    for token in ("x", "0" * 16, TOKEN[:-1], TOKEN[1:], TOKEN.lower(), TOKEN[::-1], "ä"):
        _try_everything(house, {"Authorization": f"Bearer {token}"})
    assert house.boiler == START


def test_security_other_spellings_of_the_path(candidate, recipes, wsgi):
    """A path that is written otherwise leads to no function without a token."""
    house = _House(candidate, recipes, wsgi)
    for name in ("setpoint", "firmware", "factory-reset"):
        spellings = [f"/{name}/", f"//{name}", f"/{name.upper()}", f"/./{name}", name]
        spellings += [f"/status/../{name}", f"/{name}%20", f"/{name};a=1", f"/{name}//?a=/status"]
        spellings += [f"/%25{ord(name[0]):x}{name[1:]}", f"/{name}%0a", f"/{name}%00", f"/ {name}"]
        for path in spellings:
            attack(house.client.post, path, form={"celsius": "80"})
    assert house.boiler == START


def test_security_other_methods(candidate, recipes, wsgi):
    """Another method, or POST in small letters, leads to no function without a token."""
    house = _House(candidate, recipes, wsgi)
    for method in ("post", "Post", "PUT", "PATCH", "DELETE", "GET", "HEAD", "OPTIONS"):
        for path in ("/setpoint", "/firmware", "/factory-reset"):
            attack(house.client.request, method, path, form={"celsius": "80"})
    assert house.boiler == START


def test_security_after_the_operator(candidate, recipes, wsgi):
    """Somebody sends requests without a token after the operator, from the same address."""
    house = _House(candidate, recipes, wsgi)
    form = {"celsius": "62"}
    assert house.client.post("/setpoint", form=form, headers=OPERATOR).status == 200
    _try_everything(house, {})
    assert house.boiler == {**START, "setpoint": 62}
