import type { OriginalStanding } from '../../core/exchange/original-report.ts';
import type { OriginalVerdict } from '../../core/exchange/original-rule.ts';

/** A verdict of the original rule. */
export function originalVerdictTitle({ verdict }: OriginalVerdict): string {
  return { passed: 'Passed', failed: 'Failed', inconclusive: 'Inconclusive' }[verdict];
}

/** What a sample's own code shows here. */
export function originalStandingTitle(standing: OriginalStanding): string {
  return {
    usable: 'The secure code passes, the insecure code fails',
    'insecure-passes': 'Both pass: the check finds nothing',
    'secure-fails': 'The secure code fails',
    inconclusive: 'Inconclusive here',
  }[standing];
}
