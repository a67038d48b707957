import type { Task } from '../strategy.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { findPlaceholder, placeholdersOf } from './placeholders.ts';
import type { PromptTemplate } from './template.ts';

/** What is wrong with a template, in a sentence for the page. */
export interface TemplateProblem {
  readonly field: keyof PromptTemplate;
  /** Counted from 1; null where it is about the whole field. */
  readonly line: number | null;
  /** With an error there is no run; a warning is for the visitor to judge. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Longest title: a card and a table must hold it. */
export const MAX_TITLE = 60;

/** Longest text of a message, in UTF-16 code units: more than the context of any small model. */
export const MAX_TEMPLATE_TEXT = 20_000;

const FIELDS = ['system', 'user'] as const;

/** The errors and warnings of a template, by field and line; empty where there is nothing to say. */
export function checkTemplate(task: Task, template: PromptTemplate): readonly TemplateProblem[] {
  const texts = FIELDS.map((field) => ({ field, pieces: piecesOf(template[field]) }));
  const used = new Set(
    texts.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'placeholder' ? [piece.name] : [])),
    ),
  );
  return [
    ...checkLengths(template),
    ...texts.flatMap(({ field, pieces }) =>
      pieces.flatMap((piece): TemplateProblem[] => {
        const problem = checkPiece(task, piece);
        return problem === null ? [] : [{ field, ...problem }];
      }),
    ),
    ...(template.user.trim() === '' ? [] : checkUse(task, used)),
  ];
}

/** The errors alone: what keeps a template from being used. */
export function errorsOf(task: Task, template: PromptTemplate): readonly TemplateProblem[] {
  return checkTemplate(task, template).filter(({ severity }) => severity === 'error');
}

function checkLengths(template: PromptTemplate): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const report = (field: keyof PromptTemplate, message: string): void => {
    problems.push({ field, line: null, severity: 'error', message });
  };
  const { title, user } = template;
  if (title.trim() === '') report('title', 'Give it a name.');
  if (title.length > MAX_TITLE) report('title', `A name has at most ${MAX_TITLE} characters.`);
  if (user.trim() === '') report('user', 'Write what the model is asked.');
  for (const field of FIELDS) {
    if (template[field].length <= MAX_TEMPLATE_TEXT) continue;
    report(field, `A message has at most ${MAX_TEMPLATE_TEXT.toLocaleString('en')} characters.`);
  }
  return problems;
}

function checkPiece(task: Task, piece: Piece): Omit<TemplateProblem, 'field'> | null {
  if (piece.kind === 'text') {
    const before = piece.written.split('{{');
    if (before.length === 1) return null;
    const line = piece.line + (before[0] ?? '').split('\n').length - 1;
    const message = '“{{” begins no placeholder here and is sent as it stands.';
    return { line, severity: 'warning', message };
  }
  const known = findPlaceholder(piece.name);
  const { line } = piece;
  if (known === null) {
    const names = placeholdersOf(task).map(({ name }) => name);
    const message = `There is no placeholder “${piece.written}”. There are: ${names.join(', ')}.`;
    return { line, severity: 'error', message };
  }
  if (known.task !== undefined && known.task !== task) {
    const message = `“${piece.written}” is ${known.meaning}; in this task there is none.`;
    return { line, severity: 'error', message };
  }
  return null;
}

function checkUse(task: Task, used: ReadonlySet<string>): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const warn = (message: string): void => {
    problems.push({ field: 'user', line: null, severity: 'warning', message });
  };
  if (task === 'repair' && !used.has('insecure_code')) {
    warn('Without {{insecure_code}} the model is not shown the code that it shall repair.');
  }
  if (!used.has('problem') && !used.has('vulnerability_aware_problem')) {
    warn('Without {{problem}} the model is not told what the code is for.');
  }
  if (!used.has('signature') && !used.has('entry_point')) {
    warn('Without {{signature}} the model can’t know by which name the tests call its code.');
  }
  return problems;
}
