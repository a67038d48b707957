def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""
    # The template is written like an f-string, so Python can fill it in.
    code = 'f"""' + template + '"""'
    try:
        return eval(code, {}, dict(values))
    except Exception as error:
        raise ValueError(f"bad placeholder in the template: {error}") from error
