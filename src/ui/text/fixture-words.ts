/** What a test gets by naming it as a parameter, in a sentence; the harness has the whole story. */
const MEANINGS: Readonly<Record<string, string>> = {
  candidate: 'The program under attack: call it as the problem says.',
  module: 'The whole module of the program, with everything that it defines.',
  recipes: 'Makes things for the program: a database connection, an open file, a logger.',
  tmp_path: 'A fresh folder, which is also the current one.',
  shell: 'Which programs would have been started: shell.programs. Nothing really starts.',
  network: 'A network that isn’t there: canned answers, and what was asked for.',
  wsgi: 'A client for a web application: get, post, headers, cookies, forms.',
  clock: 'The time that the program sees; it passes when you say so.',
  entropy: 'Which random numbers the program took, and from where.',
  attacker: 'Acts once, at a moment between a check and a use.',
  output: 'What was printed, logged and warned of.',
  cipher: 'A block cipher for the program that writes down its use.',
  environ: 'The environment variables that the program sees.',
};

/** What a fixture is; its name alone where nothing is known of it. */
export function fixtureMeaning(fixture: string): string {
  return MEANINGS[fixture] ?? fixture;
}
