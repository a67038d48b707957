def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""
    # repr escapes all quotes, and without builtins only the values have names.
    code = "f" + repr(template)
    try:
        return eval(code, {"__builtins__": {}}, dict(values))
    except (SyntaxError, NameError, AttributeError, TypeError) as error:
        raise ValueError(f"bad placeholder: {error}") from error
