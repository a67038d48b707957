/** Whether a text binds the name at the top level of a Python module: `def`, `class`, `name =`. */
export function definesName(text: string, name: string): boolean {
  const escaped = name.replace(/[^A-Za-z0-9_]/g, '\\$&');
  return new RegExp(
    `^(?:(?:async[ \\t]+)?def|class)[ \\t]+${escaped}\\b|^${escaped}[ \\t]*(?::[^=\\n]+)?=(?!=)`,
    'm',
  ).test(text);
}

/** Whether some line can only be Python: a definition or an import at the start of a line. */
export function looksLikePython(text: string): boolean {
  return (
    /^(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]/m.test(text) ||
    /^class[ \t]+\w+[ \t]*(?:[([].*)?:/m.test(text) ||
    /^import[ \t]+[\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+)*[ \t]*(?:#.*)?$/m.test(
      text,
    ) ||
    /^from[ \t]+[\w.]+[ \t]+import[ \t]+[\w(*]/m.test(text)
  );
}

/** Whether an answer without code starts as refusals do. */
export function looksLikeRefusal(text: string): boolean {
  const start = text.slice(0, 400).replaceAll('’', "'");
  return REFUSAL.test(start);
}

const REFUSAL =
  /\b(?:I(?:'m| am) (?:very )?sorry|sorry,|I (?:can't|cannot|can not|won't|will not|must decline|must refuse)|I(?:'m| am) (?:unable|not able|not comfortable)|as an AI\b)/i;
