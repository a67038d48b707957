import type { GenerationRequest } from '../../run/ports.ts';
import type { ServerError } from './server-error.ts';

/** Fields that some servers or models refuse. `max_tokens` is not left out but renamed. */
type Field = 'seed' | 'stream_options' | 'temperature' | 'max_tokens';

/** What goes into a request: all fields at first, fewer once the server has refused some. */
export class RequestFields {
  readonly #refused: Set<Field>;

  constructor(refused: Iterable<Field> = []) {
    this.#refused = new Set(refused);
  }

  get honours(): { readonly seed: boolean; readonly temperature: boolean } {
    return { seed: !this.#refused.has('seed'), temperature: !this.#refused.has('temperature') };
  }

  /** The body of a chat completion (platform.openai.com/docs/api-reference/chat/create). */
  body(
    model: string,
    request: Pick<GenerationRequest, 'messages' | 'temperature' | 'maxTokens' | 'seed'>,
  ): Record<string, unknown> {
    const { messages, temperature, maxTokens, seed } = request;
    const has = (field: Field): boolean => !this.#refused.has(field);
    return {
      model,
      messages,
      stream: true,
      [has('max_tokens') ? 'max_tokens' : 'max_completion_tokens']: maxTokens,
      ...(has('temperature') ? { temperature } : {}),
      // 31 bits: some servers take signed integers, and llama.cpp takes 2³² − 1 for "random".
      ...(has('seed') ? { seed: seed & 0x7fff_ffff } : {}),
      ...(has('stream_options') ? { stream_options: { include_usage: true } } : {}),
    };
  }

  /**
   * The fields for another try after a 400; null where none can be left out any more. A server that names the
   * field loses that one; one that doesn't say loses the two which not every server knows.
   */
  without(said: ServerError): RequestFields | null {
    const named = (['stream_options', 'seed', 'temperature', 'max_tokens'] as const).filter(
      (field) => names(said, field),
    );
    const blamed = named.length > 0 ? named : (['stream_options', 'seed'] as const);
    const fewer = blamed.filter((field) => !this.#refused.has(field));
    return fewer.length === 0 ? null : new RequestFields([...this.#refused, ...fewer]);
  }
}

function names({ message, param, code }: ServerError, field: Field): boolean {
  // As a word of its own: the model "seed-coder" doesn't count.
  const named = param === field || new RegExp(`(?<![\\w-])${field}(?![\\w-])`).test(message);
  switch (field) {
    // Both are known to every server: what is wrong may be the value, and that is the visitor's.
    case 'max_tokens':
      return named && message.includes('max_completion_tokens');
    case 'temperature':
      return (
        named && (code.startsWith('unsupported_') || /support|unknown|unrecogni/i.test(message))
      );
    case 'seed':
    case 'stream_options':
      return named;
  }
}
