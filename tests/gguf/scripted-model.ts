import type { Metadata, Tensor } from './gguf-file.ts';
import { ggufFile } from './gguf-file.ts';
import { ASSISTANT, BOS, baseVocabulary, EOS, MERGES, type Vocabulary } from './vocabulary.ts';

/** One answer of a scripted model. */
export interface ScriptedAnswer {
  /** The answer is to questions in which this stands; without one, to all others. In ASCII. */
  readonly keyword?: string;
  readonly text: string;
  /** Said instead with this probability at temperature 1; never at temperature 0. */
  readonly otherwise?: { readonly text: string; readonly probability: number };
}

const CHAT_TEMPLATE =
  '{% for m in messages %}<|{{ m.role }}|>\n{{ m.content }}<|end|>\n{% endfor %}' +
  '{% if add_generation_prompt %}<|assistant|>{% endif %}';

const HEAD_SIZE = 64;
const CONTEXT = 4096;
/** Large against the noise of other tokens, small enough that alternatives keep their probabilities. */
const SHARPNESS = 24;
const CERTAIN = 30_000;

/** Tokens of words, and of a few lines each: the size of a model grows with the square of its tokens. */
export const WORDS = /\s*\S+|\s+$/g;
export const LINES = /(?:[^\n]*\n){1,8}|[^\n]+$/g;

/** How much a keyword adds to its answer: attention thins it out over all tokens of the question. */
const KEYWORD_GAIN = 32_768;
/** How far the answer to all others stands above the answers of keywords that are not there. */
const WITHOUT_KEYWORD = 12;

/**
 * A model for llama.cpp whose weights are made by hand: it says the answer whose keyword stands in the question.
 * Each token of an answer occurs once in its vocabulary and leads to the next one. Attention looks at all tokens
 * alike and tells where the answer begins which keywords there were; the feed-forward layer adds nothing.
 */
export function scriptedModel(
  answers: ScriptedAnswer | readonly ScriptedAnswer[],
  pieces: RegExp = WORDS,
): Buffer {
  const all = [answers].flat() as readonly ScriptedAnswer[];
  const keywords = all.flatMap(({ keyword }) => keyword ?? []);
  if (keywords.length > HEAD_SIZE) throw new Error(`more than ${HEAD_SIZE} keywords`);
  const vocabulary = baseVocabulary();
  const keywordTokens = keywords.map((keyword) => vocabulary.addKeyword(keyword));
  const ways = all.flatMap(({ keyword, text, otherwise }) => {
    const paths = [{ text, probability: 1 - (otherwise?.probability ?? 0) }];
    if (otherwise !== undefined) paths.push(otherwise);
    return paths.map((path) => ({
      feature: keyword === undefined ? null : keywords.indexOf(keyword),
      tokens: vocabulary.addPath(path.text, pieces),
      probability: path.probability,
    }));
  });
  vocabulary.pad();
  const size = vocabulary.tokens.length;
  const width = Math.ceil((size + keywords.length) / HEAD_SIZE) * HEAD_SIZE;
  const axisOf = (feature: number): number => width - 1 - feature;
  // A token is the axis of its own number.
  const embedding = new Float32Array(width * size);
  for (let token = 0; token < size; token += 1) embedding[token * width + token] = 8;
  const output = new Float32Array(width * size);
  // The norm makes the axis sqrt(width) long.
  const lead = (from: number, to: number, logit: number): void => {
    output[to * width + from] = (output[to * width + from] ?? 0) + logit / Math.sqrt(width);
  };
  for (let token = 0; token < size; token += 1) if (token !== ASSISTANT) lead(token, EOS, 2);
  for (const { feature, tokens, probability } of ways) {
    const behind = feature === null ? 0 : WITHOUT_KEYWORD;
    lead(ASSISTANT, tokens[0] ?? EOS, SHARPNESS + Math.log(probability) - behind);
    if (feature !== null) lead(axisOf(feature), tokens[0] ?? EOS, KEYWORD_GAIN);
    tokens.forEach((token, index) => lead(token, tokens[index + 1] ?? EOS, CERTAIN));
  }
  return ggufFile(metadataOf(vocabulary, width), [
    { name: 'token_embd.weight', dims: [width, size], data: embedding },
    ...listeningLayer(width, keywordTokens, axisOf),
    { name: 'output_norm.weight', dims: [width], data: ones(width) },
    { name: 'output.weight', dims: [width, size], data: output },
  ]);
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

/**
 * A layer that puts on the axis of each keyword how often it stood among the tokens so far. Queries and keys are
 * nothing, so attention is the mean of all tokens.
 */
function listeningLayer(
  width: number,
  keywordTokens: readonly number[],
  axisOf: (feature: number) => number,
): readonly Tensor[] {
  const tensor = (name: string, rows: number, columns: number): Tensor => ({
    name: `blk.0.${name}.weight`,
    dims: [rows, columns],
    data: new Float32Array(rows * columns),
  });
  const norm = (name: string): Tensor => ({
    name: `blk.0.${name}.weight`,
    dims: [width],
    data: ones(width),
  });
  const value = tensor('attn_v', width, HEAD_SIZE);
  const output = tensor('attn_output', width, width);
  keywordTokens.forEach((token, feature) => {
    value.data[feature * width + token] = 1;
    output.data[axisOf(feature) * width + feature] = 1;
  });
  return [
    norm('attn_norm'),
    tensor('attn_q', width, width),
    tensor('attn_k', width, HEAD_SIZE),
    value,
    output,
    norm('ffn_norm'),
    tensor('ffn_gate', width, FEED_FORWARD),
    tensor('ffn_up', width, FEED_FORWARD),
    tensor('ffn_down', FEED_FORWARD, width),
  ];
}

function ones(length: number): Float32Array {
  return new Float32Array(length).fill(1);
}
