import ast
import keyword


def definition(name: str, path: str, summary: str) -> ast.FunctionDef:
    """Return the node of a function; ValueError for a wrong name."""
    if not name.isascii() or not name.isidentifier() or name[0] == "_" or keyword.iskeyword(name):
        raise ValueError(f"wrong name: {name!r}")
    for text in (path, summary):
        if not isinstance(text, str) or any("\ud800" <= c <= "\udfff" for c in text):
            raise ValueError("a path or summary isn't a text that can be saved")
    # The empty function is parsed from a constant source, the texts come in as nodes.
    node = ast.parse("def function() -> str:\n    pass").body[0]
    assert isinstance(node, ast.FunctionDef)
    node.name = name
    node.body = [ast.Expr(ast.Constant(summary)), ast.Return(ast.Constant(path))]
    return node


def generate_client(description: dict) -> str:
    """Build the syntax tree of the module and let Python write its source."""
    operations = description["operations"]
    module = ast.Module(
        body=[definition(item["name"], item["path"], item["summary"]) for item in operations],
        type_ignores=[],
    )
    title = " ".join(description["title"].split()).replace("\0", " ")
    title = title.encode("utf-8", "replace").decode("utf-8")
    source = ast.unparse(ast.fix_missing_locations(module))
    return f"# -*- coding: utf-8 -*-\n# {title}\n\n{source}\n"
