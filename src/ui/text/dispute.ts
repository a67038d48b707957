import type { Sample } from '../../core/dataset/sample.ts';
import { codeBlock } from '../../core/prompts/parts.ts';
import { explainVerdict } from '../../core/verdicts/explain-verdict.ts';
import type { TestOutcome } from '../../core/verdicts/observation.ts';
import type { Attempt, Run } from '../../run/run.ts';
import { loadFailureMessage, taskTitle, testMessage, verdictTitle } from './words.ts';

/** What a dispute is about. */
export interface Disputed {
  readonly run: Pick<Run, 'plan' | 'siteVersion' | 'provenance'>;
  readonly attempt: Attempt;
  /** Null where the data set at hand has no such sample. */
  readonly sample: Sample | null;
  /** Versions of this page, now. */
  readonly here: { readonly site: string; readonly engine: string; readonly dataset: string };
}

/** The title of the issue or the subject of the mail. */
export function disputeTitle({ attempt }: Pick<Disputed, 'attempt'>): string {
  return `Disputed verdict: ${attempt.sampleId}, ${verdictTitle(attempt.verdict).toLowerCase()}`;
}

/**
 * A Markdown text with all that is needed to look into a verdict: what was judged, by which versions, and what
 * the tests showed. It begins with room for the visitor's own words.
 */
export function disputeText(disputed: Disputed): string {
  return [`# ${disputeTitle(disputed)}`, WISH, versions(disputed), code(disputed), tests(disputed)]
    .filter((part) => part !== '')
    .join('\n\n');
}

const WISH = '## What should it be, and why?\n\n(Please write this in your own words.)';

function versions({ run, attempt, sample, here }: Disputed): string {
  const { plan, provenance } = run;
  const lines = [
    `Sample: ${attempt.sampleId}${sample === null ? '' : ` (${sample.title})`}, attempt ${attempt.index + 1}`,
    `Verdict: ${verdictTitle(attempt.verdict)}. ${explainVerdict(attempt, sample?.testInfos)}`,
    `Model: ${plan.model.title} (${plan.model.provider}), ${taskTitle(plan.task).toLowerCase()}, strategy “${plan.strategy}”`,
    `Data set: ${plan.datasetVersion}${plan.datasetVersion === here.dataset ? '' : ` (here now: ${here.dataset})`}`,
    `Site: run made with ${run.siteVersion}, disputed in ${here.site}`,
    `Python engine: Pyodide ${here.engine}${provenance === undefined ? '' : `, sandbox ${provenance.sandboxVersion}`}`,
    `Extraction: version ${attempt.extractionVersion}${attempt.extraction.kind === 'code' ? `, rule “${attempt.extraction.rule}”` : ''}`,
  ];
  if (attempt.selfCheck !== undefined) {
    lines.push(
      `References in that browser: ${attempt.selfCheck.problem ?? 'judged as they should be'}`,
    );
  }
  return `## What was judged\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function code({ attempt }: Disputed): string {
  if (attempt.extraction.kind === 'code') {
    return `## Code that was run\n\n${codeBlock(attempt.extraction.code)}`;
  }
  return `## Answer, in which no code was found\n\n${codeBlock(attempt.completion.text)}`;
}

function tests({ attempt: { observation }, sample }: Disputed): string {
  switch (observation?.kind) {
    case undefined:
      return '';
    case 'tested':
      return `## Tests\n\n${observation.outcomes.map((outcome) => line(outcome, sample)).join('\n')}`;
    case 'load-failed':
      return `## Tests\n\nThe code could not be loaded: ${loadFailureMessage(observation.failure)}`;
    case 'engine-failed':
      return `## Tests\n\nThe engine failed: ${observation.detail}`;
  }
}

function line({ name, kind, result }: TestOutcome, sample: Sample | null): string {
  const doc = sample?.testInfos.find((info) => info.name === name)?.doc;
  const message = testMessage(result);
  return [
    `- ${result.status}: \`${name}\` (${kind})${doc === undefined ? '' : ` ${doc}`}`,
    ...(message === null ? [] : [`  ${message.replaceAll('\n', '\n  ')}`]),
  ].join('\n');
}

/** Longest address of a mail that every mail program takes. */
const LONGEST_MAIL = 1900;

/** Longest address of a new issue that trackers take. */
const LONGEST_ISSUE = 7000;

const PASTE = 'Please paste the text here that was copied from the page.';

/** A mail with the text in it, or with the request to paste it where it is too long for an address. */
export function mailAddress(title: string, text: string): string {
  const whole = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
  return whole.length <= LONGEST_MAIL ? whole : mailAddress(title, PASTE);
}

/**
 * The page of a new issue with the text in it, or with the request to paste it.
 * @param tracker the list of issues, as package.json names it: `https://…/issues`
 */
export function issueAddress(tracker: string, title: string, text: string): string {
  const fields = new URLSearchParams({ title, body: text });
  const whole = `${tracker.replace(/\/$/, '')}/new?${fields.toString()}`;
  return whole.length <= LONGEST_ISSUE ? whole : issueAddress(tracker, title, PASTE);
}
