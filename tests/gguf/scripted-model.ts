import type { Metadata, Tensor } from './gguf-file.ts';
import { ggufFile } from './gguf-file.ts';

/** One answer of a scripted model. */
export interface ScriptedAnswer {
  readonly text: string;
  /** Said instead with this probability at temperature 1; never at temperature 0. */
  readonly otherwise?: { readonly text: string; readonly probability: number };
}

const BOS = 256;
const EOS = 257;
/** Ends the prompt in the template below: the answer begins behind it. */
const ASSISTANT = 260;
const SPECIAL = ['<|bos|>', '<|end|>', '<|system|>', '<|user|>', '<|assistant|>'];
const CHAT_TEMPLATE =
  '{% for m in messages %}<|{{ m.role }}|>\n{{ m.content }}<|end|>\n{% endfor %}' +
  '{% if add_generation_prompt %}<|assistant|>{% endif %}';
const MERGES = ['Ġ Ġ', 'ĠĠ ĠĠ', 'd e', 'de f'];

const HEAD_SIZE = 64;
const CONTEXT = 4096;
/** Large against the noise of other tokens, small enough that alternatives keep their probabilities. */
const SHARPNESS = 24;
const CERTAIN = 30_000;

/**
 * A model for llama.cpp whose weights are made by hand: whatever it is asked, it says the given answer. Each
 * token of the answer occurs once in its vocabulary and leads to the next one; attention and the
 * feed-forward layer add nothing.
 */
export function scriptedModel({ text, otherwise }: ScriptedAnswer): Buffer {
  const vocabulary = baseVocabulary();
  const paths = [{ text, probability: 1 - (otherwise?.probability ?? 0) }];
  if (otherwise !== undefined) paths.push(otherwise);
  const ways = paths.map((path) => ({
    tokens: vocabulary.addPath(path.text),
    probability: path.probability,
  }));
  vocabulary.pad();
  const size = vocabulary.tokens.length;
  const width = Math.ceil(size / HEAD_SIZE) * HEAD_SIZE;
  // A token is the axis of its own number.
  const embedding = new Float32Array(width * size);
  for (let token = 0; token < size; token += 1) embedding[token * width + token] = 8;
  const output = new Float32Array(width * size);
  // The norm makes the axis sqrt(width) long.
  const lead = (from: number, to: number, logit: number): void => {
    output[to * width + from] = (output[to * width + from] ?? 0) + logit / Math.sqrt(width);
  };
  for (let token = 0; token < size; token += 1) if (token !== ASSISTANT) lead(token, EOS, 2);
  for (const { tokens, probability } of ways) {
    lead(ASSISTANT, tokens[0] ?? EOS, SHARPNESS + Math.log(probability));
    tokens.forEach((token, index) => lead(token, tokens[index + 1] ?? EOS, CERTAIN));
  }
  return ggufFile(metadataOf(vocabulary, width), [
    { name: 'token_embd.weight', dims: [width, size], data: embedding },
    ...silentLayer(width),
    { name: 'output_norm.weight', dims: [width], data: ones(width) },
    { name: 'output.weight', dims: [width, size], data: output },
  ]);
}

/** GPT-2's printable stand-ins for bytes, by byte. */
function byteLetters(): readonly string[] {
  const printable = (byte: number) =>
    (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : next++),
  );
}

const LETTERS = byteLetters();
const encoded = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => LETTERS[byte]).join('');

interface Vocabulary {
  readonly tokens: string[];
  /** Kinds as llama.cpp numbers them: 1 normal, 3 control, 5 unused. */
  readonly kinds: number[];
  /** Adds the tokens of a text, each of which occurs nowhere else. Returns their numbers. */
  addPath(text: string): readonly number[];
  pad(): void;
}

function baseVocabulary(): Vocabulary {
  const merged = MERGES.map((merge) => merge.replace(' ', ''));
  const tokens = [...LETTERS, ...SPECIAL, ...merged];
  const kinds = [...LETTERS.map(() => 1), ...SPECIAL.map(() => 3), ...merged.map(() => 1)];
  const used = new Set(tokens);
  const add = (token: string, kind: number): number => {
    tokens.push(token);
    kinds.push(kind);
    return tokens.length - 1;
  };
  return {
    tokens,
    kinds,
    addPath(text) {
      const path: string[] = [];
      let piece = '';
      for (const part of text.match(/\s*\S+|\s+$/g) ?? []) {
        piece += encoded(part);
        if (used.has(piece)) continue;
        used.add(piece);
        path.push(piece);
        piece = '';
      }
      // What is left was said before: it becomes part of the token in front of it.
      while (piece !== '' && used.has(piece)) {
        const last = path.pop();
        if (last === undefined) throw new Error('two answers are the same');
        piece = last + piece;
      }
      if (piece !== '') path.push(piece);
      for (const token of path) used.add(token);
      return path.map((token) => add(token, 1));
    },
    pad() {
      while (tokens.length % 4 !== 0) add(`<|unused ${tokens.length}|>`, 5);
    },
  };
}

function metadataOf({ tokens, kinds }: Vocabulary, width: number): Metadata {
  const count = (value: number) => ({ type: 'u32', value }) as const;
  const word = (value: string) => ({ type: 'str', value }) as const;
  const no = { type: 'bool', value: false } as const;
  return [
    ['general.architecture', word('llama')],
    ['general.name', word('scripted')],
    ['general.alignment', count(32)],
    ['general.file_type', count(0)],
    ['llama.context_length', count(CONTEXT)],
    ['llama.embedding_length', count(width)],
    ['llama.block_count', count(1)],
    ['llama.feed_forward_length', count(FEED_FORWARD)],
    ['llama.attention.head_count', count(width / HEAD_SIZE)],
    ['llama.attention.head_count_kv', count(1)],
    ['llama.attention.layer_norm_rms_epsilon', { type: 'f32', value: 1e-5 }],
    ['llama.rope.dimension_count', count(HEAD_SIZE)],
    ['llama.rope.freq_base', { type: 'f32', value: 10_000 }],
    ['llama.vocab_size', count(tokens.length)],
    ['tokenizer.ggml.model', word('gpt2')],
    ['tokenizer.ggml.pre', word('gpt-2')],
    ['tokenizer.ggml.tokens', { type: 'strings', value: tokens }],
    ['tokenizer.ggml.token_type', { type: 'i32s', value: kinds }],
    ['tokenizer.ggml.merges', { type: 'strings', value: MERGES }],
    ['tokenizer.ggml.bos_token_id', count(BOS)],
    ['tokenizer.ggml.eos_token_id', count(EOS)],
    ['tokenizer.ggml.add_bos_token', no],
    ['tokenizer.ggml.add_eos_token', no],
    ['tokenizer.chat_template', word(CHAT_TEMPLATE)],
  ];
}

const FEED_FORWARD = 32;

/** A layer that adds nothing to what comes in. */
function silentLayer(width: number): readonly Tensor[] {
  const zeros = (name: string, rows: number, columns: number): Tensor => ({
    name: `blk.0.${name}.weight`,
    dims: [rows, columns],
    data: new Float32Array(rows * columns),
  });
  const norm = (name: string): Tensor => ({
    name: `blk.0.${name}.weight`,
    dims: [width],
    data: ones(width),
  });
  return [
    norm('attn_norm'),
    zeros('attn_q', width, width),
    zeros('attn_k', width, HEAD_SIZE),
    zeros('attn_v', width, HEAD_SIZE),
    zeros('attn_output', width, width),
    norm('ffn_norm'),
    zeros('ffn_gate', width, FEED_FORWARD),
    zeros('ffn_up', width, FEED_FORWARD),
    zeros('ffn_down', FEED_FORWARD, width),
  ];
}

function ones(length: number): Float32Array {
  return new Float32Array(length).fill(1);
}
