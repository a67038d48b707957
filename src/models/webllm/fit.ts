import type { ModelInfo, Probe } from '../../run/ports.ts';
import type { WebllmModel } from './model-list.ts';

/** What is known of the device beside its graphics card. */
export interface Memory {
  /** `navigator.deviceMemory`: gigabytes, rounded and capped by the browser; absent outside Chromium. */
  readonly deviceMemoryGb?: number;
}

/** The models as the page lists them: what fits this device first, the others with the reason. */
export function listModels(
  models: readonly WebllmModel[],
  probe: Probe,
  memory: Memory,
): readonly ModelInfo[] {
  const listed = models.map((model) => ({ model, unfit: unfitReason(model, probe, memory) }));
  const fitting = listed.filter(({ unfit }) => unfit === null);
  const recommended = recommend(
    fitting.map(({ model }) => model),
    probe,
    memory,
  );
  const others = listed.filter(({ unfit }) => unfit !== null);
  return [...fitting, ...others].map(({ model, unfit }) => ({
    id: model.id,
    title: model.title,
    description: model.description,
    ...(model.downloadBytes === null ? {} : { downloadBytes: model.downloadBytes }),
    ...(model.vramMb === null ? {} : { vramMb: model.vramMb }),
    requiresF16: model.requiresF16,
    ...(unfit === null ? {} : { unfit }),
    ...(model === recommended ? { recommended: true } : {}),
  }));
}

/** Why this device can't run the model; null where it can, as far as a page is told. */
export function unfitReason(model: WebllmModel, probe: Probe, memory: Memory): string | null {
  if (!probe.ok) return probe.reason;
  if (model.requiresF16 && probe.device.f16 !== true) {
    return 'Needs 16-bit shaders (shader-f16), which this graphics card doesn’t offer. Take the 32-bit variant.';
  }
  // The browser tells nothing of graphics memory. A model that is larger than the main memory never fits.
  const { deviceMemoryGb } = memory;
  const { vramMb } = model;
  if (deviceMemoryGb !== undefined && vramMb !== null && vramMb > deviceMemoryGb * 1024) {
    return `Needs about ${(vramMb / 1024).toFixed(1)} GB of memory, more than this device has. Take a smaller model.`;
  }
  return null;
}

/** Qwen2.5-Coder in the size for the device: 1.5B, or 0.5B where memory is short or there is no real GPU. */
function recommend(
  fitting: readonly WebllmModel[],
  probe: Probe,
  { deviceMemoryGb }: Memory,
): WebllmModel | null {
  const weak =
    (deviceMemoryGb !== undefined && deviceMemoryGb <= 4) ||
    (probe.ok && probe.device.fallbackAdapter === true);
  const family = `Qwen2.5-Coder-${weak ? '0.5B' : '1.5B'}-`;
  return fitting.find((model) => model.id.startsWith(family)) ?? fitting[0] ?? null;
}
