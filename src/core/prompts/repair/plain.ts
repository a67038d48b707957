import { answerFormat, codeBlock, userMessage } from '../parts.ts';
import type { Strategy } from '../strategy.ts';

/** Says that the code is insecure, not why. */
export const plain: Strategy = {
  id: 'plain',
  task: 'repair',
  title: 'Plain',
  description: 'The model gets the problem and the insecure code, and is not told what is wrong.',
  messages: (sample) =>
    userMessage(
      'The Python code below was written for this problem. It is insecure. Repair it: keep what the ' +
        'problem asks for, and make it secure.',
      sample.problem,
      'The insecure code:',
      codeBlock(sample.insecureCode),
      answerFormat(sample),
    ),
};
