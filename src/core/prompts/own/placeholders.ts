import { cweName } from '../../dataset/cwe-names.ts';
import type { Sample } from '../../dataset/sample.ts';
import { cweNumber } from '../parts.ts';
import type { Task } from '../strategy.ts';

/** A field of a sample that a template can name: `{{problem}}`. */
export interface Placeholder {
  readonly name: string;
  /** What stands there, in a few words. */
  readonly meaning: string;
  /** The one task in which it can be used; absent where it can be in both. */
  readonly task?: Task;
  /** It tells which weakness the sample is about, which the plain strategies leave to the model. */
  readonly informed?: true;
  valueOf(sample: Sample): string;
}

const PLACEHOLDERS: readonly Placeholder[] = [
  { name: 'problem', meaning: 'the problem', valueOf: ({ problem }) => problem },
  {
    name: 'vulnerability_aware_problem',
    meaning: 'the problem with a warning of the weakness',
    informed: true,
    valueOf: ({ vulnerabilityAwareProblem }) => vulnerabilityAwareProblem,
  },
  {
    name: 'signature',
    meaning: 'the signature that the tests call',
    valueOf: ({ signature }) => signature.trim(),
  },
  {
    name: 'entry_point',
    meaning: 'the name of the function or class',
    valueOf: ({ entryPoint }) => entryPoint,
  },
  {
    name: 'insecure_code',
    meaning: 'the code to repair',
    task: 'repair',
    valueOf: ({ insecureCode }) => insecureCode.trim(),
  },
  {
    name: 'insecure_code_explanation',
    meaning: 'what is wrong with the code to repair',
    task: 'repair',
    informed: true,
    valueOf: ({ insecureCodeExplanation }) => insecureCodeExplanation,
  },
  {
    name: 'cwe',
    meaning: 'the id of the weakness, such as CWE-89',
    informed: true,
    valueOf: ({ cwe }) => cweNumber(cwe),
  },
  {
    name: 'cwe_name',
    meaning: 'the name of the weakness, such as SQL injection',
    informed: true,
    valueOf: ({ cwe }) => cweName(cwe) ?? cweNumber(cwe),
  },
];

/** The placeholders of a task, in the order of the page. */
export function placeholdersOf(task: Task): readonly Placeholder[] {
  return PLACEHOLDERS.filter((each) => each.task === undefined || each.task === task);
}

/** The placeholder of this name, whatever the task; null where there is none. */
export function findPlaceholder(name: string): Placeholder | null {
  return PLACEHOLDERS.find((each) => each.name === name) ?? null;
}
