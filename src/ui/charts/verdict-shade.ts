import { scaleLinear } from 'd3-scale';
import type { Verdict } from '../../core/verdicts/verdict.ts';

/** The colour of a verdict, as CSS. */
export const verdictColour = (verdict: Verdict): string => `var(--${verdict})`;

/**
 * How much of a verdict's colour a field gets for a share of 0 to 1. Below the top the numbers on it keep a
 * contrast of 4.5 : 1 in both schemes.
 */
export const shade = scaleLinear([0, 1], [0.06, 0.45]).clamp(true);
