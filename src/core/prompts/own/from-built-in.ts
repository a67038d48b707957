import type { Sample } from '../../dataset/sample.ts';
import type { Strategy } from '../strategy.ts';
import type { PromptTemplate } from './template.ts';

/** A sample whose fields are the placeholders that stand for them. */
const SYMBOLIC: Sample = {
  id: 'CWE-000/symbolic',
  // The strategies write id and name of the weakness; a CWE without a name is written as it is.
  cwe: '{{cwe}} ({{cwe_name}})',
  title: '',
  difficulty: 'easy',
  entryPoint: '{{entry_point}}',
  signature: '{{signature}}',
  limits: { loadMs: 0, testMs: 0 },
  problem: '{{problem}}',
  vulnerabilityAwareProblem: '{{vulnerability_aware_problem}}',
  insecureCode: '{{insecure_code}}',
  insecureCodeExplanation: '{{insecure_code_explanation}}',
  secureCode: '',
  tests: '',
  testInfos: [],
  variants: [],
};

const OTHER: Sample = { ...SYMBOLIC, id: 'CWE-001/other', cwe: 'CWE-001' };

/**
 * A built-in strategy as a template to start from. Null where no template says the same: it shows other samples,
 * or tells what tests showed.
 */
export function templateOfBuiltIn(strategy: Strategy): PromptTemplate | null {
  if (strategy.sees !== undefined) return null;
  const messages = strategy.messages(SYMBOLIC, {
    samples: [SYMBOLIC, OTHER],
    seed: 0,
    insecureFailures: [],
  });
  const [only] = messages;
  if (messages.length !== 1 || only?.role !== 'user') return null;
  return { title: `${strategy.title} (copy)`, system: '', user: only.content };
}
