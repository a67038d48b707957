import { failureList } from '../feedback.ts';
import { answerFormat, insecureCode, repairRequest, userMessage } from '../parts.ts';
import type { Strategy } from '../strategy.ts';

/** Says which tests the insecure code fails, and what they saw. */
export const testFeedback: Strategy = {
  id: 'test-feedback',
  task: 'repair',
  title: 'Test feedback',
  description: 'The model gets the problem, the insecure code and the tests that it fails.',
  sees: 'insecure-code',
  messages: (sample, { insecureFailures }) =>
    userMessage(
      repairRequest,
      sample.problem,
      insecureCode(sample),
      `The code was tested. These tests failed:\n\n${failureList(insecureFailures)}`,
      answerFormat(sample),
    ),
};
