import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStrategy, strategiesOf, strategyOf } from '../../../../src/core/prompts/index.ts';
import { checkTemplate } from '../../../../src/core/prompts/own/check-template.ts';
import { templateOfBuiltIn } from '../../../../src/core/prompts/own/from-built-in.ts';
import { piecesOf } from '../../../../src/core/prompts/own/pieces.ts';
import { placeholdersOf } from '../../../../src/core/prompts/own/placeholders.ts';
import {
  ownStrategy,
  ownStrategyId,
  renderTemplate,
} from '../../../../src/core/prompts/own/template.ts';
import type { Task } from '../../../../src/core/prompts/strategy.ts';
import { fakeSample } from '../../../fakes/fake-dataset.ts';

const SAMPLE = {
  ...fakeSample('CWE-022/menu-page'),
  entryPoint: 'read_menu',
  problem: 'Return the menu of a day.',
  insecureCode: 'def read_menu(day):\n    return open(day).read()\n',
};

const template = (user: string, system = '', title = 'Mine') => ({ title, system, user });

const userText = (user: string, sample = SAMPLE): string | undefined =>
  renderTemplate(template(user), sample).at(-1)?.content;

describe('rendering', () => {
  test('puts the fields of the sample where the placeholders stand', () => {
    expect(
      userText('{{entry_point}}: {{ problem }} ({{cwe}}, {{cwe_name}})\n{{insecure_code}}\n'),
    ).toBe(
      'read_menu: Return the menu of a day. (CWE-22, Path traversal)\ndef read_menu(day):\n    return open(day).read()\n',
    );
  });

  test('has a system message only where one is written', () => {
    expect(
      renderTemplate(template('Ask', 'Be careful with {{entry_point}}.'), SAMPLE).map(
        ({ role, content }) => `${role}: ${content}`,
      ),
    ).toEqual(['system: Be careful with read_menu.', 'user: Ask']);
    expect(renderTemplate(template('Ask', ' \n'), SAMPLE)).toHaveLength(1);
  });

  test('leaves a placeholder alone that stands in the text of a sample', () => {
    const sample = { ...SAMPLE, problem: 'Fill {{insecure_code}} and {{problem}}.' };
    expect(userText('{{problem}}', sample)).toBe(sample.problem);
  });

  test('loses no text and expands nothing twice, whatever template and sample say', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '{{', '}}', '$&', '$1', '\n', '{{problem}}', '{{nonsense}}'),
    );
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (written, problem) => {
        const pieces = piecesOf(written);
        expect(pieces.map((piece) => piece.written).join('')).toBe(written);
        const expected = pieces.map((piece) =>
          piece.kind === 'placeholder' && piece.name === 'problem' ? problem : piece.written,
        );
        expect(userText(written, { ...SAMPLE, problem })).toBe(expected.join(''));
      }),
    );
  });

  test('every placeholder of a task inserts something', () => {
    for (const { name } of placeholdersOf('repair')) {
      const shown = userText(`<{{${name}}}>`);
      expect(shown, name).not.toContain('{{');
      expect(shown?.length, name).toBeGreaterThan(2);
    }
  });
});

describe('checking', () => {
  const problemsOf = (task: Task, ...args: Parameters<typeof template>): readonly string[] =>
    checkTemplate(task, template(...args)).map(
      ({ field, line, severity, message }) => `${severity} ${field} ${line ?? '-'}: ${message}`,
    );

  test('has nothing to say of a template that names all that is needed', () => {
    expect(
      checkTemplate('repair', template('{{problem}}\n{{insecure_code}}\n{{signature}}')),
    ).toEqual([]);
  });

  test('names an unknown placeholder, the message and the line', () => {
    expect(
      checkTemplate(
        'generation',
        template('{{problem}}\n{{signature}}\n\n{{Problem}}', 'a\n{{x}}'),
      ),
    ).toMatchObject([
      { field: 'system', line: 2, severity: 'error' },
      { field: 'user', line: 4, severity: 'error' },
    ]);
  });

  test('refuses the insecure code where there is none to repair', () => {
    expect(problemsOf('generation', '{{problem}} {{signature}} {{insecure_code}}')).toEqual([
      'error user 1: “{{insecure_code}}” is the code to repair; in this task there is none.',
    ]);
  });

  test('warns of a repair without the code, of a question without the problem, and without the name', () => {
    expect(problemsOf('repair', 'Repair it.')).toEqual([
      'warning user -: Without {{insecure_code}} the model is not shown the code that it shall repair.',
      'warning user -: Without {{problem}} the model is not told what the code is for.',
      'warning user -: Without {{signature}} the model can’t know by which name the tests call its code.',
    ]);
  });

  test('warns of braces that begin no placeholder, by their line', () => {
    expect(problemsOf('generation', '{{problem}}\n{{signature}}\n\nuse {{ here')).toEqual([
      'warning user 4: “{{” begins no placeholder here and is sent as it stands.',
    ]);
  });

  test('refuses an empty question, and names that are missing or too long', () => {
    expect(problemsOf('generation', ' \n', '', '')).toHaveLength(2);
    expect(problemsOf('generation', '{{problem}}{{signature}}', '', 'x'.repeat(61))).toHaveLength(
      1,
    );
  });

  test('refuses a message that no small model could take', () => {
    const long = `{{problem}}{{signature}}${'x'.repeat(20_000)}`;
    expect(problemsOf('generation', long)).toEqual([
      'error user -: A message has at most 20,000 characters.',
    ]);
  });
});

describe('a strategy of one’s own', () => {
  test('is known by its texts and its task, not by its name', () => {
    const id = ownStrategyId('repair', template('a', 'b'));
    expect(id).toMatch(/^own-[0-9a-f]{16}$/);
    expect(ownStrategyId('repair', template('a', 'b', 'Other'))).toBe(id);
    for (const other of [
      ownStrategyId('generation', template('a', 'b')),
      ownStrategyId('repair', template('b', 'a')),
      ownStrategyId('repair', template('ab', '')),
    ]) {
      expect(other).not.toBe(id);
    }
  });

  test('has the hash that other programs compute', () => {
    // printf '["repair","b","a"]' | sha256sum
    expect(ownStrategyId('repair', template('a', 'b'))).toBe('own-1fdfbff49744ec62');
  });

  test('counts as told of the weakness where a placeholder tells it, in either message', () => {
    expect(ownStrategy('generation', template('{{problem}}', '{{cwe}}')).informed).toBe(true);
    expect(ownStrategy('repair', template('{{insecure_code_explanation}}')).informed).toBe(true);
    expect(ownStrategy('repair', template('{{insecure_code}} cwe')).informed).toBeUndefined();
  });

  test('is found by the text in the plan, also where nothing of that name is known', () => {
    const own = template('{{problem}}');
    const plan = { task: 'repair', strategy: ownStrategyId('repair', own) } as const;
    expect(strategyOf(plan)).toBeNull();
    expect(strategyOf({ ...plan, template: own })?.title).toBe('Mine');
    expect(strategyOf({ task: 'repair', strategy: 'plain' })).toBe(findStrategy('repair', 'plain'));
  });
});

describe('a built-in strategy as a template', () => {
  const all = (['generation', 'repair'] as const).flatMap(strategiesOf);

  test('asks the same of a sample, and is as informed', () => {
    const asTemplates = all.flatMap((strategy) => {
      const copy = templateOfBuiltIn(strategy);
      return copy === null ? [] : [{ strategy, copy: ownStrategy(strategy.task, copy) }];
    });
    for (const { strategy, copy } of asTemplates) {
      const context = { samples: [SAMPLE], seed: 1, insecureFailures: [] };
      expect(copy.messages(SAMPLE, context)).toEqual(strategy.messages(SAMPLE, context));
      expect(copy.informed).toBe(strategy.informed);
    }
    expect(asTemplates.map(({ strategy }) => strategy.id)).toEqual([
      'plain',
      'vulnerability-aware',
      'security-reminder',
      'cwe-hint',
      'plain',
      'explained',
      'cwe-hint',
    ]);
  });

  test('has no errors and no warnings', () => {
    for (const strategy of all) {
      const copy = templateOfBuiltIn(strategy);
      if (copy !== null) expect(checkTemplate(strategy.task, copy)).toEqual([]);
    }
  });
});
