/** Python's keywords, the soft ones, and two statements of Python 2: words that may stand beside a name. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally ' +
    'for from global if import in is lambda nonlocal not or pass raise return try while with yield ' +
    'match case type print exec'
  ).split(' '),
);

/** Names that are there without a definition. */
export const BUILTINS: ReadonlySet<string> = new Set(
  (
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile ' +
    'complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals ' +
    'hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview ' +
    'min next object oct open ord pow print property range repr reversed round set setattr slice sorted ' +
    'staticmethod str sum super tuple type vars zip self cls'
  ).split(' '),
);

/** The words after `python` in an info string or label: `Python`, `py3`, `python3.14`, `pycon`, `ipython`. */
export function isPythonLanguage(language: string): boolean {
  return /^(?:i?python|py|pycon|pyi)[-\d.x]*$/i.test(language);
}
