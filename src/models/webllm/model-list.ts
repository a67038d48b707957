/** A model of WebLLM in one of its two number formats. */
export interface WebllmModel {
  /** As WebLLM names it: `Qwen2.5-Coder-1.5B-Instruct-q4f16_1-MLC`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Address of the folder with the weights, as the engine looks for them in its caches. */
  readonly weightsUrl: string;
  /** Address of the folder that they are fetched from. */
  readonly filesUrl: string;
  /** Address of the compiled library. */
  readonly wasmUrl: string;
  /** Megabytes of GPU memory; null where nobody knows. */
  readonly vramMb: number | null;
  /** About how many bytes are downloaded; null where nobody knows before the list of weights is here. */
  readonly downloadBytes: number | null;
  /** `q4f16_1`: 4 bits a weight, computed with 16-bit floats; null where the name doesn't tell. */
  readonly quantisation: string | null;
  /**
   * Whether the shaders need 16-bit floats. True for every `q…f16` model, whatever WebLLM's own list says:
   * without them all weights are downloaded and only then the shader fails.
   */
  readonly requiresF16: boolean;
  /** Changes to the model's own configuration. */
  readonly overrides: Readonly<Record<string, number>>;
  /** Models that think first are asked not to: a small model's thoughts fill the whole answer. */
  readonly thinks: boolean;
}

/** Where the files come from; a local server in tests. */
export interface WebllmHosts {
  /** The repositories with the weights, one folder a model. */
  readonly weights: string;
  /** The compiled libraries of WebLLM's own version. */
  readonly libraries: string;
}

export const WEBLLM_HOSTS: WebllmHosts = {
  weights: 'https://huggingface.co/mlc-ai/',
  libraries:
    'https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/',
};

interface Family {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Name of the library, where it isn't the model's: models of one architecture share it. */
  readonly wasmName?: string;
  /** Millions of parameters. */
  readonly parameters: number;
  /** Megabytes of GPU memory with 16-bit and with 32-bit numbers, as WebLLM measured them. */
  readonly vramMb: { readonly f16: number; readonly f32?: number };
  readonly thinks?: boolean;
}

const CODER = 'Made for code.';
const GENERAL = 'A general model.';
const THINKER = 'A general model, without its thinking mode.';

/** The models that are of use for Python, the best suited first. */
const FAMILIES: readonly Family[] = [
  {
    name: 'Qwen2.5-Coder-1.5B-Instruct',
    title: 'Qwen2.5-Coder 1.5B',
    description: CODER,
    wasmName: 'Qwen2-1.5B-Instruct',
    parameters: 1544,
    vramMb: { f16: 1629.75, f32: 1888.97 },
  },
  {
    name: 'Qwen2.5-Coder-0.5B-Instruct',
    title: 'Qwen2.5-Coder 0.5B',
    description: 'Made for code; the smallest of its family.',
    wasmName: 'Qwen2-0.5B-Instruct',
    parameters: 494,
    vramMb: { f16: 944.62, f32: 1060.2 },
  },
  {
    name: 'Qwen2.5-Coder-3B-Instruct',
    title: 'Qwen2.5-Coder 3B',
    description: 'Made for code; for devices with at least 4 GB of graphics memory.',
    wasmName: 'Qwen2.5-3B-Instruct',
    parameters: 3086,
    vramMb: { f16: 2504.76, f32: 2893.64 },
  },
  {
    name: 'Qwen2.5-Coder-7B-Instruct',
    title: 'Qwen2.5-Coder 7B',
    description: 'Made for code; for strong graphics cards.',
    wasmName: 'Qwen2-7B-Instruct',
    parameters: 7616,
    vramMb: { f16: 5106.67, f32: 5900.09 },
  },
  {
    name: 'Qwen3-0.6B',
    title: 'Qwen3 0.6B',
    description: THINKER,
    parameters: 596,
    vramMb: { f16: 1403.34, f32: 1924.98 },
    thinks: true,
  },
  {
    name: 'Qwen3-1.7B',
    title: 'Qwen3 1.7B',
    description: THINKER,
    parameters: 1721,
    vramMb: { f16: 2036.66, f32: 2635.44 },
    thinks: true,
  },
  {
    name: 'Qwen3-4B',
    title: 'Qwen3 4B',
    description: THINKER,
    parameters: 4022,
    vramMb: { f16: 3431.59, f32: 4327.71 },
    thinks: true,
  },
  {
    name: 'Llama-3.2-1B-Instruct',
    title: 'Llama 3.2 1B',
    description: GENERAL,
    parameters: 1236,
    vramMb: { f16: 879.04, f32: 1128.82 },
  },
  {
    name: 'Llama-3.2-3B-Instruct',
    title: 'Llama 3.2 3B',
    description: GENERAL,
    parameters: 3213,
    vramMb: { f16: 2263.69, f32: 2951.51 },
  },
  {
    name: 'SmolLM2-360M-Instruct',
    title: 'SmolLM2 360M',
    description: 'Very small; shows how a run works more than what models can do.',
    parameters: 362,
    vramMb: { f16: 376.06, f32: 579.61 },
  },
  {
    name: 'gemma3-1b-it',
    title: 'Gemma 3 1B',
    description: GENERAL,
    parameters: 1000,
    vramMb: { f16: 711.07 },
  },
  {
    name: 'Phi-4-mini-instruct',
    title: 'Phi-4 mini',
    description: GENERAL,
    parameters: 3836,
    vramMb: { f16: 3437.58, f32: 4220.59 },
  },
];

/**
 * Bits for one weight: 4, and a scale for every group of 32 weights in the number format of the model.
 * What comes on top (norms, tokenizer, library) is a few megabytes.
 */
const BITS = { f16: 4 + 16 / 32, f32: 4 + 32 / 32 } as const;

/**
 * The models as WebLLM's own list has them. The entries are copied, since importing that list would load
 * the whole engine (2.1 MB compressed) before the visitor asked for it; a test compares the two.
 */
export function webllmModels(hosts: WebllmHosts = WEBLLM_HOSTS): readonly WebllmModel[] {
  return FAMILIES.flatMap((family) =>
    (['f16', 'f32'] as const).flatMap((format) => {
      const vramMb = family.vramMb[format];
      if (vramMb === undefined) return [];
      const quantisation = `q4${format}_1`;
      const weightsUrl = `${hosts.weights}${family.name}-${quantisation}-MLC/resolve/main/`;
      return {
        id: `${family.name}-${quantisation}-MLC`,
        title: format === 'f16' ? family.title : `${family.title} (32-bit)`,
        description: family.description,
        weightsUrl,
        filesUrl: weightsUrl,
        wasmUrl: `${hosts.libraries}${family.wasmName ?? family.name}-${quantisation}_cs1k-webgpu.wasm`,
        vramMb,
        downloadBytes: Math.round((family.parameters * 1e6 * BITS[format]) / 8),
        quantisation,
        requiresF16: format === 'f16',
        overrides: { context_window_size: 4096 },
        thinks: family.thinks ?? false,
      };
    }),
  );
}
