import { answerFormat, insecureCode, repairRequest, userMessage } from '../parts.ts';
import type { Strategy } from '../strategy.ts';

/** Says what is wrong with the code, how it is exploited and what to do. */
export const explained: Strategy = {
  id: 'explained',
  task: 'repair',
  title: 'Explained',
  description: 'The model gets the problem, the insecure code and what is wrong with it.',
  informed: true,
  messages: (sample) =>
    userMessage(
      repairRequest,
      sample.problem,
      insecureCode(sample),
      'What is wrong with it:',
      sample.insecureCodeExplanation,
      answerFormat(sample),
    ),
};
