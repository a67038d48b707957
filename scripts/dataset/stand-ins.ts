import type { Sample } from '../../src/core/dataset/sample.ts';

/** A program that solves nothing; good tests refuse it in a functional test (rule 3 of the data set). */
export interface StandIn {
  readonly name: string;
  readonly code: string;
}

const BODIES: readonly (readonly [name: string, statement: string])[] = [
  ['do-nothing', 'return None'],
  ['always-raising', "raise ValueError('no')"],
  ['constant-0', 'return 0'],
  ['constant-true', 'return True'],
  ['constant-false', 'return False'],
  ['constant-text', "return ''"],
  ['constant-bytes', "return b''"],
  ['constant-list', 'return []'],
];

/** Names of the methods in a class stub, without the constructor. */
function methodNames(signature: string): string[] {
  return [...signature.matchAll(/^\s+(?:async\s+)?def\s+(\w+)/gm)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== '__init__');
}

/** The stand-ins of a sample: functions, or classes whose methods all do the same nothing. */
export function standIns(sample: Sample): StandIn[] {
  const isClass = /^\s*class\s/m.test(sample.signature);
  return BODIES.map(([name, statement]) => {
    if (!isClass) {
      return { name, code: `def ${sample.entryPoint}(*args, **kwargs):\n    ${statement}\n` };
    }
    const methods = methodNames(sample.signature).map(
      (method) => `    def ${method}(self, *args, **kwargs):\n        ${statement}\n`,
    );
    const constructor = '    def __init__(self, *args, **kwargs):\n        pass\n';
    return { name, code: [`class ${sample.entryPoint}:\n${constructor}`, ...methods].join('\n') };
  });
}
