import type { EndpointPreset } from '../../run/ports.ts';

/** What the adapter knows of a kind of server besides what the page shows. Commands stand in backticks. */
export interface Preset extends EndpointPreset {
  /** What to do when nothing answers. */
  readonly start: string;
  /** What to do when it answers and doesn't let this page read. */
  allowOrigin(origin: string): string;
  /** Where it says its version, from the root of its host. */
  readonly versionPath?: string;
}

const ASK_PROVIDER =
  'This service may not be meant to be called from browsers, or it hides the refusal of a wrong key: check the key, then ask the service about CORS.';

/**
 * Defaults and remedies from the documentation of each: docs.ollama.com/faq, lmstudio.ai/docs/cli/server-start,
 * llama.cpp tools/server/README.md, docs.vllm.ai (serve arguments), openrouter.ai/docs.
 */
export const ENDPOINT_PRESETS: readonly Preset[] = [
  {
    id: 'ollama',
    title: 'Ollama',
    baseUrl: 'http://localhost:11434/v1',
    key: 'optional',
    parallel: 1,
    hint: 'Runs on your computer. Get a model with `ollama pull qwen2.5-coder:1.5b`.',
    start: 'Start Ollama, or run `ollama serve`.',
    allowOrigin: (origin) =>
      `Quit Ollama and start it with \`OLLAMA_ORIGINS=${origin} ollama serve\`. As an app on macOS: \`launchctl setenv OLLAMA_ORIGINS "${origin}"\`; on Windows: \`setx OLLAMA_ORIGINS "${origin}"\`; then start the app again.`,
    versionPath: '/api/version',
  },
  {
    id: 'lm-studio',
    title: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    key: 'optional',
    parallel: 1,
    hint: 'Runs on your computer. Start its server with `lms server start --cors`.',
    start: 'Run `lms server start --cors`, or switch the server on in LM Studio’s Developer tab.',
    allowOrigin: () =>
      'Restart the server with `lms server start --cors`, or switch on “Enable CORS” in the server settings of LM Studio’s Developer tab.',
  },
  {
    id: 'llama-cpp',
    title: 'llama.cpp',
    baseUrl: 'http://localhost:8080/v1',
    key: 'optional',
    parallel: 1,
    hint: 'Runs on your computer. Start it with `llama-server -m model.gguf`.',
    start: 'Start it with `llama-server -m model.gguf`.',
    allowOrigin: () =>
      'llama-server lets every page read. Something else may be at this address, or a proxy in between drops its CORS headers.',
  },
  {
    id: 'vllm',
    title: 'vLLM',
    baseUrl: 'http://localhost:8000/v1',
    key: 'optional',
    parallel: 8,
    hint: 'Runs on your computer or in your network. Start it with `vllm serve MODEL`.',
    start: 'Start it with `vllm serve MODEL`.',
    allowOrigin: (origin) =>
      `Start it with \`vllm serve MODEL --allowed-origins '["${origin}"]'\`, or without that option: then every page may read.`,
    versionPath: '/version',
  },
  {
    id: 'openai',
    title: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    key: 'needed',
    parallel: 4,
    hint: 'A paid service: every answer costs money, and the problems are sent to it.',
    start: 'Check the connection and the address.',
    allowOrigin: () => ASK_PROVIDER,
  },
  {
    id: 'openrouter',
    title: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    key: 'needed',
    parallel: 4,
    hint: 'Many models behind one key, some of them free. The problems are sent to it.',
    start: 'Check the connection and the address.',
    allowOrigin: () => ASK_PROVIDER,
  },
  {
    id: 'custom',
    title: 'Other',
    baseUrl: '',
    key: 'optional',
    parallel: 2,
    hint: 'Any server with an OpenAI-compatible interface. Its address usually ends in /v1.',
    start: 'Check that it runs, and the host and the port in the address.',
    allowOrigin: (origin) =>
      `Let the server send \`Access-Control-Allow-Origin: ${origin}\`, and \`Access-Control-Allow-Headers: authorization, content-type\` in its answer to OPTIONS.`,
  },
];

/** The preset with this id; the free form where there is none. */
export function presetOf(id: string): Preset {
  const found = ENDPOINT_PRESETS.find((preset) => preset.id === id) ?? ENDPOINT_PRESETS.at(-1);
  if (found === undefined) throw new Error('there are no presets');
  return found;
}
