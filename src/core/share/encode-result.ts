import { assertNever } from '../assert-never.ts';
import type { SampleId } from '../dataset/sample.ts';
import { ATTACK_OUTCOMES } from '../teach/attack.ts';
import { MAX_TRIES, type Answer, type ExerciseResult } from '../teach/exercise.ts';
import { BitWriter } from './bits.ts';
import { codeBytes, packCodes } from './code-blob.ts';
import { MAX_PAYLOAD, seal } from './envelope.ts';
import { TITLE_BYTES, writeExercise } from './exercise-fields.ts';
import { COUNT_ORDER } from './layout.ts';
import { MAX_CODE_BYTES, RESULT_BITS as BITS, RESULT_VERSION } from './result-layout.ts';
import { writeText } from './text-fields.ts';

export type EncodedResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'too-long' };

/**
 * A result with its code as the text of a link. It can be read without the data set's texts, also after a
 * sample has changed.
 * @param knownIds the ids of the whole data set.
 */
export function encodeResult(result: ExerciseResult, knownIds: readonly SampleId[]): EncodedResult {
  const writer = new BitWriter();
  const order = writeExercise(writer, result.exercise, knownIds);
  writer.write(result.minute, BITS.minute);
  writeText(writer, result.student, TITLE_BYTES);
  const codes: Uint8Array[] = [];
  for (const id of order) {
    const answer = result.answers.find(({ sampleId }) => sampleId === id);
    writer.write(answer === undefined ? 0 : 1, BITS.answered);
    if (answer === undefined) continue;
    const code = writeAnswer(writer, answer);
    if (code === 'too-long') return { ok: false, reason: 'too-long' };
    if (code !== null) codes.push(code);
  }
  const head = writer.toBytes();
  const blob = codes.length === 0 ? new Uint8Array() : packCodes(codes);
  const payload = new Uint8Array(2 + head.length + blob.length);
  payload.set([head.length >> 8, head.length & 0xff]);
  payload.set(head, 2);
  payload.set(blob, 2 + head.length);
  if (payload.length > MAX_PAYLOAD) return { ok: false, reason: 'too-long' };
  return { ok: true, text: seal(RESULT_VERSION, payload) };
}

/** @returns the code that goes behind the head, where there is any. */
function writeAnswer(writer: BitWriter, answer: Answer): Uint8Array | null | 'too-long' {
  switch (answer.kind) {
    case 'code':
    case 'attack': {
      const code = codeBytes(answer.code);
      if (code.length > MAX_CODE_BYTES) return 'too-long';
      const claim =
        answer.kind === 'code'
          ? COUNT_ORDER.indexOf(answer.verdict)
          : ATTACK_OUTCOMES.indexOf(answer.outcome);
      writer.write(Math.min(answer.tries, MAX_TRIES), BITS.tries);
      writer.write(claim, BITS.claim);
      writer.write(code.length, BITS.codeLength);
      return code;
    }
    case 'find':
      writer.write(Number.parseInt(answer.cwe.slice('CWE-'.length), 10), BITS.cwe);
      writer.write(answer.lines.length, BITS.lineCount);
      for (const line of answer.lines) writer.write(line, BITS.line);
      return null;
    default:
      return assertNever(answer);
  }
}
