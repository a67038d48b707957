import type { SampleId } from '../dataset/sample.ts';
import { ATTACK_OUTCOMES, type AttackOutcome } from '../teach/attack.ts';
import { MAX_LINES, type Answer, type ExerciseResult, type Mode } from '../teach/exercise.ts';
import { BitReader } from './bits.ts';
import { unpackCodes } from './code-blob.ts';
import { open, versionProblem } from './envelope.ts';
import { readExercise } from './exercise-fields.ts';
import { COUNT_ORDER } from './layout.ts';
import { refused, type RefusedLink } from './link-problem.ts';
import { MAX_RESULT_CHARACTERS, RESULT_BITS as BITS, RESULT_VERSION } from './result-layout.ts';
import { readText } from './text-fields.ts';

export type DecodedResult =
  | {
      readonly ok: true;
      readonly result: ExerciseResult;
      /** How many samples of the exercise this site doesn't have; they are left out. */
      readonly unknown: number;
    }
  | RefusedLink;

/**
 * Reads the text of a result link; any text, however hostile, gives a result or a reason, and nothing is run
 * by it. What it says is reported: the checksum finds accidents only.
 */
export function decodeResult(text: string, knownIds: readonly SampleId[]): DecodedResult {
  const opened = open(text, MAX_RESULT_CHARACTERS);
  if (!opened.ok) return refused(opened.reason);
  const mismatch = versionProblem(opened.version, RESULT_VERSION);
  if (mismatch !== null) return refused(mismatch);
  const { payload } = opened;
  const headEnd = 2 + (((payload[0] ?? 0) << 8) | (payload[1] ?? 0));
  const reader = new BitReader(payload.subarray(2, headEnd));
  const read = readExercise(reader, knownIds);
  const minute = reader.read(BITS.minute);
  const student = readText(reader);
  if (read === null || minute === null || student === null) return refused('damaged');
  const { exercise, written } = read;
  const heads = readHeads(reader, exercise.mode, written.length);
  if (heads === null || !reader.atEnd || headEnd > payload.length) return refused('damaged');
  const lengths = heads.flatMap((head) =>
    head === undefined || head.kind === 'find' ? [] : [head.length],
  );
  const blob = payload.subarray(headEnd);
  const codes = lengths.length === 0 ? [] : unpackCodes(blob, lengths);
  if (codes === null || (lengths.length === 0 && blob.length > 0)) return refused('damaged');
  if (exercise.sampleIds.length === 0) return refused('unknown-dataset');
  const answers = answersOf(heads, codes, written);
  return {
    ok: true,
    result: { exercise, student, minute, answers },
    unknown: written.length - exercise.sampleIds.length,
  };
}

/** An answer before its sample and its code are known. */
type AnswerHead =
  | {
      readonly kind: 'code';
      readonly tries: number;
      readonly verdict: (typeof COUNT_ORDER)[number];
      readonly length: number;
    }
  | {
      readonly kind: 'attack';
      readonly tries: number;
      readonly outcome: AttackOutcome;
      readonly length: number;
    }
  | { readonly kind: 'find'; readonly cwe: string; readonly lines: readonly number[] };

function readHeads(
  reader: BitReader,
  mode: Mode,
  count: number,
): readonly (AnswerHead | undefined)[] | null {
  const heads: (AnswerHead | undefined)[] = [];
  for (let index = 0; index < count; index += 1) {
    const answered = reader.read(BITS.answered);
    if (answered === null) return null;
    if (answered === 0) {
      heads.push(undefined);
      continue;
    }
    const head = mode === 'find' ? readFindHead(reader) : readCodeHead(reader, mode);
    if (head === null) return null;
    heads.push(head);
  }
  return heads;
}

function readCodeHead(reader: BitReader, mode: Mode): AnswerHead | null {
  const tries = reader.read(BITS.tries);
  const claim = reader.read(BITS.claim) ?? -1;
  const length = reader.read(BITS.codeLength);
  if (tries === null || length === null) return null;
  if (mode === 'beat') {
    const outcome = ATTACK_OUTCOMES[claim];
    return outcome === undefined ? null : { kind: 'attack', tries, outcome, length };
  }
  const verdict = COUNT_ORDER[claim];
  return verdict === undefined ? null : { kind: 'code', tries, verdict, length };
}

function readFindHead(reader: BitReader): AnswerHead | null {
  const cwe = reader.read(BITS.cwe);
  const count = reader.read(BITS.lineCount);
  if (cwe === null || count === null || count > MAX_LINES) return null;
  const lines: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const line = reader.read(BITS.line);
    if (line === null || line <= (lines.at(-1) ?? 0)) return null;
    lines.push(line);
  }
  return { kind: 'find', cwe: `CWE-${String(cwe).padStart(3, '0')}`, lines };
}

function answersOf(
  heads: readonly (AnswerHead | undefined)[],
  codes: readonly string[],
  written: readonly (SampleId | null)[],
): readonly Answer[] {
  const answers: Answer[] = [];
  let nextCode = 0;
  for (const [index, head] of heads.entries()) {
    const sampleId = written[index] ?? null;
    if (head === undefined) continue;
    const code = head.kind === 'find' ? '' : (codes[nextCode++] ?? '');
    if (sampleId === null) continue;
    if (head.kind === 'find') answers.push({ ...head, sampleId });
    else {
      const { length: _inTheBlob, ...rest } = head;
      answers.push({ ...rest, sampleId, code });
    }
  }
  return answers.toSorted((a, b) => (a.sampleId < b.sampleId ? -1 : 1));
}
