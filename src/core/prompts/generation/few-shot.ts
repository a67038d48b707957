import { vulnerabilityType, type Sample } from '../../dataset/sample.ts';
import { deriveSeed } from '../../random/derive-seed.ts';
import { sfc32 } from '../../random/sfc32.ts';
import { codeBlock } from '../parts.ts';
import type { Message, PromptContext, Strategy } from '../strategy.ts';
import { plain } from './plain.ts';

/**
 * Secure solutions of other problems go before the question, as if the model had answered them. They are of
 * other vulnerability types, drawn by the run's seed, so that no example shows the fix.
 */
function fewShot(count: 1 | 2): Strategy {
  return {
    id: `few-shot-${count}`,
    task: 'generation',
    title: count === 1 ? 'One example' : 'Two examples',
    description: `The model first sees ${count === 1 ? 'a secure solution' : 'two secure solutions'} of other vulnerability types.`,
    messages: (sample, context) => [
      ...examplesFor(sample, context, count).flatMap((example): Message[] => [
        ...plain.messages(example, context),
        { role: 'assistant', content: codeBlock(example.secureCode) },
      ]),
      ...plain.messages(sample, context),
    ],
  };
}

/** Different samples of different types, none of the asked sample's type; fewer where there are no more. */
function examplesFor(sample: Sample, { samples, seed }: PromptContext, count: number): Sample[] {
  const random = sfc32(deriveSeed(seed, sample.id, 0));
  const taken = new Set([vulnerabilityType(sample.cwe)]);
  const examples: Sample[] = [];
  while (examples.length < count) {
    const left = samples.filter(({ cwe }) => !taken.has(vulnerabilityType(cwe)));
    const example = left[Math.floor(random() * left.length)];
    if (example === undefined) break;
    taken.add(vulnerabilityType(example.cwe));
    examples.push(example);
  }
  return examples;
}

export const fewShot1 = fewShot(1);
export const fewShot2 = fewShot(2);
