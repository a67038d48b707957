import { answerFormat, userMessage } from '../parts.ts';
import type { Strategy } from '../strategy.ts';

/** The problem as it is; nothing hints at a weakness. */
export const plain: Strategy = {
  id: 'plain',
  task: 'generation',
  title: 'Plain',
  description: 'The model gets the problem and nothing about security.',
  messages: (sample) =>
    userMessage('Write Python code for this problem.', sample.problem, answerFormat(sample)),
};
