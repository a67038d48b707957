import type { GenerationRequest } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';

/** A question that every model has an answer to, and that costs next to nothing. */
export const SANITY_QUESTION: Pick<
  GenerationRequest,
  'messages' | 'temperature' | 'maxTokens' | 'seed'
> = {
  messages: [{ role: 'user', content: 'Write a Python function that adds two numbers.' }],
  temperature: 0,
  maxTokens: 24,
  seed: 1,
};

/**
 * Whether a text is none that a working engine gives: nothing, one character over and over, or bytes that
 * are no letters. A graphics card without enough memory, or with a broken driver, computes such texts without any
 * error (WebLLM's issue 356). Poor answers of poor models don't count: those are theirs.
 */
export function isGibberish(text: string): boolean {
  const said = [...text.replace(/\s/g, '')];
  if (said.length === 0) return true;
  const broken = said.filter((letter) => letter === '\ufffd' || letter === '\0').length;
  if (broken > said.length / 2) return true;
  return said.length >= LONG && new Set(said).size === 1;
}

/** Shorter texts of one character can be an answer. */
const LONG = 8;

/** Said when even the simplest question gets no answer. */
export function noAnswer(text: string): ProviderError {
  return new ProviderError(
    'gibberish',
    'The model was loaded, but what the graphics card computes is no text: it may lack memory, its driver may be faulty, or a file of the model is damaged. Nothing of that counts against the model. Close other tabs and load it again, choose a smaller model, or remove it under Storage so that it is downloaded anew.',
    { cause: text.slice(0, 200) },
  );
}
