import { answerFormat, insecureCode, repairRequest, userMessage } from '../parts.ts';
import type { Strategy } from '../strategy.ts';

/** Says that the code is insecure, not why. */
export const plain: Strategy = {
  id: 'plain',
  task: 'repair',
  title: 'Plain',
  description: 'The model gets the problem and the insecure code, and is not told what is wrong.',
  messages: (sample) =>
    userMessage(repairRequest, sample.problem, insecureCode(sample), answerFormat(sample)),
};
