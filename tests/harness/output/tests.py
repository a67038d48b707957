"""Tests of the output fixture."""


def test_functional_streams(candidate, output):
    """Printed text and written bytes are kept apart by stream."""
    candidate()
    assert output.stdout == "to outé"
    assert output.stderr == "to err\n"
    assert "to err" in output.all


def test_functional_log_records(module, output):
    """Records of every level arrive, with the traceback of an exception."""
    module.record("s3cret")
    assert [(item.logger, item.level, item.message) for item in output.logs] == [
        ("shop.orders", "DEBUG", "debug s3cret"),
        ("shop.orders", "INFO", "info s3cret"),
        ("root", "WARNING", "root"),
        ("shop.orders", "ERROR", "failed"),
    ]
    assert output.logs[0].exception is None
    assert "KeyError: 's3cret'" in output.logs[3].exception
    assert "raise KeyError(secret)" in output.logs[3].exception


def test_functional_own_configuration(module, recipes, output):
    """The candidate's own logging configuration works as usual."""
    stream = recipes.string_io()
    module.with_config(stream)
    assert stream.getvalue() == "shown\n"
    assert [item.message for item in output.logs] == ["shown"]


def test_functional_logger_of_recipes(module, recipes, output):
    """A logger made for the candidate reports here."""
    module.use(recipes.logger("given"), "hello")
    assert output.logs[0].logger == "given" and output.logs[0].message == "hello"


def test_functional_warnings(module, output):
    """Every warning is seen, repeated ones too."""
    module.warn()
    assert output.warnings == [("DeprecationWarning", "old")] * 2


def test_functional_a_flood_is_cut(module, output):
    """A printing loop doesn't fill the judge."""
    module.flood()
    assert 900_000 < len(output.stdout) < 1_200_000
