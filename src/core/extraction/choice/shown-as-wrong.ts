const CODE =
  '(?:code|version|implementation|function|method|approach|example|solution|way|snippet)';

/** `The original vulnerable code:`, `Insecure`, `Never do this:`. */
const WRONG = new RegExp(
  String.raw`\b(?:original|insecure|vulnerable|unsafe|wrong|incorrect|buggy|broken|previous|old|bad)\s+(?:\w+\s+)?${CODE}\b` +
    String.raw`|^\W*(?:original|insecure|vulnerable|unsafe|wrong|incorrect|bad|old|before)\W*$` +
    String.raw`|\b(?:don['’]?t|do not|never) (?:use|do|write)\b|\bnot recommended\b`,
  'i',
);

/** `The corrected version of the vulnerable code:`, `Unlike the original code, this one …`. */
const RIGHT =
  /\b(?:fix(?:es|ed)?|secured?|safe|safer|correct(?:s|ed|ion)?|improved?|repair(?:s|ed)?|mended|updated?|revised|new|now|rewritten|rewrite|instead|patched|hardened|final|better|after|replac\w+|address\w+|chang\w+|modif\w+|prevents?|avoids?|unlike|this version)\b/i;

/** Whether the words before a block, or the name of a field, say that its code is the bad one. */
export function isShownAsWrong(lead: string): boolean {
  const [last = ''] = lead
    .replaceAll('_', ' ')
    .split(/[.!?]\s+/)
    .slice(-1);
  return WRONG.test(last) && !RIGHT.test(last);
}
