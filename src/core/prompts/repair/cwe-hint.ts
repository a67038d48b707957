import { answerFormat, insecureCode, repairRequest, userMessage, weaknessOf } from '../parts.ts';
import type { Strategy } from '../strategy.ts';

/** Names the weakness of the code, and nothing else about it. */
export const cweHint: Strategy = {
  id: 'cwe-hint',
  task: 'repair',
  title: 'Name of the weakness',
  description: 'The model gets the problem, the insecure code and the name of its weakness.',
  informed: true,
  messages: (sample) =>
    userMessage(
      repairRequest,
      sample.problem,
      insecureCode(sample),
      `Its weakness: ${weaknessOf(sample)}.`,
      answerFormat(sample),
    ),
};
