import { failureList } from '../feedback.ts';
import type { Strategy } from '../strategy.ts';
import { plain } from './plain.ts';

/** The plain question first; while tests fail, the model is told which and asked again. */
export const selfRepair: Strategy = {
  id: 'self-repair',
  task: 'generation',
  title: 'Self-repair',
  description: 'The model answers, is told which tests failed, and answers again, for some rounds.',
  sees: 'own-answers',
  messages: (sample, context) => plain.messages(sample, context),
  followUp: (_sample, failures) =>
    [
      'Your code was tested. These tests failed:',
      failureList(failures),
      'Mend the code. Answer with one Python code block that contains the complete code.',
    ].join('\n\n'),
};
