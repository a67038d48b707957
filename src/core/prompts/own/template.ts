import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sample } from '../../dataset/sample.ts';
import type { Message, Strategy, Task } from '../strategy.ts';
import { piecesOf } from './pieces.ts';
import { findPlaceholder } from './placeholders.ts';

/** A strategy that a visitor wrote: two texts in which `{{problem}}` stands for the sample's problem. */
export interface PromptTemplate {
  readonly title: string;
  /** Empty where there is no system message. */
  readonly system: string;
  readonly user: string;
}

const HASH_DIGITS = 16;

/**
 * The id of a visitor's own strategy: `own-` and 16 hex digits of SHA-256 over task and texts. The title is no part
 * of it: under another name it still asks the same.
 */
export function ownStrategyId(task: Task, { system, user }: PromptTemplate): string {
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify([task, system, user]))));
  return `own-${hash.slice(0, HASH_DIGITS)}`;
}

/** The strategy that a template makes. */
export function ownStrategy(task: Task, template: PromptTemplate): Strategy {
  return {
    id: ownStrategyId(task, template),
    task,
    title: template.title,
    description: 'Written on this device.',
    ...(isInformed(template) ? { informed: true } : {}),
    messages: (sample) => renderTemplate(template, sample),
  };
}

/** The messages of a sample. What is inserted is never looked at for placeholders again. */
export function renderTemplate(template: PromptTemplate, sample: Sample): readonly Message[] {
  const user: Message = { role: 'user', content: render(template.user, sample) };
  if (template.system.trim() === '') return [user];
  return [{ role: 'system', content: render(template.system, sample) }, user];
}

function render(text: string, sample: Sample): string {
  return piecesOf(text)
    .map((piece) =>
      piece.kind === 'text'
        ? piece.written
        : // An unknown one is refused before a run; a preview shows it as it is written.
          (findPlaceholder(piece.name)?.valueOf(sample) ?? piece.written),
    )
    .join('');
}

function isInformed({ system, user }: PromptTemplate): boolean {
  return [system, user]
    .flatMap(piecesOf)
    .some((piece) => piece.kind === 'placeholder' && findPlaceholder(piece.name)?.informed);
}
