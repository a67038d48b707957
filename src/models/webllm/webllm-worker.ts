/** The worker in which WebLLM runs: the engine is large, and its kernels must not hold up the page. */
import type { AppConfig, ChatCompletionMessageParam, InitProgressReport } from '@mlc-ai/web-llm';
import { MLCEngine } from '@mlc-ai/web-llm';
import { assertNever } from '../../core/assert-never.ts';
import type { Message } from '../../core/prompts/strategy.ts';
import type { Progress } from '../../run/ports.ts';
import type { EngineError, FromWorker, ToWorker } from './protocol.ts';

const post = (message: FromWorker) => self.postMessage(message);
let engine: MLCEngine | null = null;

reportDeviceLoss();
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'load':
      void load(data.config, data.modelId);
      return;
    case 'generate':
      void generate(data);
      return;
    case 'interrupt':
      void engine?.interruptGenerate();
      return;
    default:
      assertNever(data);
  }
});

async function load(config: AppConfig, modelId: string): Promise<void> {
  try {
    engine = new MLCEngine({
      appConfig: config,
      logLevel: 'WARN',
      initProgressCallback: (report) => {
        const progress = progressOf(report);
        if (progress !== null) post({ type: 'progress', progress });
      },
    });
    await engine.reload(modelId);
    post({ type: 'loaded' });
  } catch (error) {
    post({ type: 'load-failed', error: recordOf(error) });
  }
}

async function generate({
  id,
  request,
  thinking,
}: Extract<ToWorker, { type: 'generate' }>): Promise<void> {
  try {
    if (engine === null) throw new Error('no model is loaded');
    // Always as a stream: an interrupt breaks an answer that comes in one piece.
    const chunks = await engine.chat.completions.create({
      messages: request.messages.map(asParam),
      temperature: request.temperature,
      max_tokens: request.maxTokens,
      seed: request.seed,
      stream: true,
      stream_options: { include_usage: true },
      ...(thinking ? {} : { extra_body: { enable_thinking: false } }),
    });
    let finish: 'stop' | 'length' | 'aborted' = 'stop';
    let usage: { prompt: number; completion: number } | null = null;
    for await (const chunk of chunks) {
      const [choice] = chunk.choices;
      if (choice?.delta.content) post({ type: 'text', id, delta: choice.delta.content });
      if (choice?.finish_reason === 'length') finish = 'length';
      if (choice?.finish_reason === 'abort') finish = 'aborted';
      if (chunk.usage) {
        usage = { prompt: chunk.usage.prompt_tokens, completion: chunk.usage.completion_tokens };
      }
    }
    post({ type: 'done', id, finish, usage });
  } catch (error) {
    post({ type: 'generate-failed', id, error: recordOf(error) });
  }
}

function asParam({ role, content }: Message): ChatCompletionMessageParam {
  return role === 'assistant' ? { role, content } : { role, content };
}

/** The engine's reports are sentences; what they begin with tells the phase. */
function progressOf({ text, progress }: InitProgressReport): Progress | null {
  if (text.startsWith('Loading model from cache')) return { phase: 'cache', ratio: progress };
  if (text.startsWith('Loading GPU shader')) return { phase: 'compile', ratio: progress };
  return null;
}

function recordOf(error: unknown): EngineError {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: '', message: String(error) };
}

/** WebLLM only logs the loss of its device, so the device is watched from the moment it is made. */
function reportDeviceLoss(): void {
  if (typeof GPUAdapter === 'undefined') return;
  const original = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await original.call(this, descriptor);
    void device.lost.then(({ reason, message }) => {
      if (reason !== 'destroyed') post({ type: 'device-lost', detail: message });
    });
    return device;
  };
}
