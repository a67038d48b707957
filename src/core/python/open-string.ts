/**
 * Whether Python source ends inside a string of three quotes, so that what follows still belongs to it.
 * Comments and strings of one line are stepped over; broken source gets a best guess.
 */
export function endsInTripleQuotes(source: string): boolean {
  const token = /("""|''')|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*/gs;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const quotes = match[1];
    if (quotes === undefined) continue;
    const end = endOfTriple(source, token.lastIndex, quotes);
    if (end === -1) return true;
    token.lastIndex = end;
  }
  return false;
}

function endOfTriple(source: string, from: number, quotes: string): number {
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source.startsWith(quotes, index)) return index + quotes.length;
  }
  return -1;
}
