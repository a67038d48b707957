const TEXT =
  /"""(?:\\.|[^\\])*?(?:"""|$)|'''(?:\\.|[^\\])*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|(?<!&)#[^\n]*/gs;

/**
 * Changes what is neither string nor comment in a Python source. `&#39;` is read as an escaped quote and
 * not as the beginning of a comment.
 */
export function mapOutsideStrings(source: string, change: (piece: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of source.matchAll(TEXT)) {
    result += change(source.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(source.slice(end));
}
