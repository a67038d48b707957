import type { ModelInfo } from '../../run/ports.ts';

/** A model of the page's own list. */
export interface ListedGguf extends ModelInfo {
  readonly url: string;
}

const HUB = 'https://huggingface.co/';

/**
 * Small models that write code and that a processor can bear. Sizes are rounded: the server tells them
 * exactly when the download begins.
 */
export const GGUF_MODELS: readonly ListedGguf[] = [
  {
    id: 'qwen2.5-coder-0.5b-q4',
    title: 'Qwen2.5 Coder 0.5B',
    description: 'The smallest that writes Python one can judge.',
    url: `${HUB}Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf`,
    downloadBytes: 490e6,
    recommended: true,
  },
  {
    id: 'qwen2.5-coder-1.5b-q4',
    title: 'Qwen2.5 Coder 1.5B',
    description: 'Clearly better, and three times slower.',
    url: `${HUB}Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf`,
    downloadBytes: 1.12e9,
  },
  {
    id: 'smollm2-360m-q8',
    title: 'SmolLM2 360M',
    description: 'Tiny and quick; most of its programs don’t work.',
    url: `${HUB}bartowski/SmolLM2-360M-Instruct-GGUF/resolve/main/SmolLM2-360M-Instruct-Q8_0.gguf`,
    downloadBytes: 386e6,
  },
];
