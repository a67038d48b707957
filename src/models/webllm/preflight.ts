import type { DeviceInfo, Probe } from '../../run/ports.ts';

/** What WebLLM's kernels ask of every device (its `detectGPUDevice`). */
const NEEDED = {
  maxBufferSize: 2 ** 28,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupStorageSize: 2 ** 15,
  maxStorageBuffersPerShaderStage: 10,
} as const;

const OTHERWISE = 'You can still run the reference solutions or write the code yourself.';

/**
 * Whether this browser can run a model on its graphics card, before anything is downloaded.
 * @param gpu `navigator.gpu`; undefined where the browser has no WebGPU.
 */
export async function preflight(gpu: GPU | undefined): Promise<Probe> {
  if (gpu === undefined) {
    return refuse(
      `This browser has no WebGPU, which models in the page need. Open this page over https in a current Chrome, Edge, Firefox or Safari. ${OTHERWISE}`,
    );
  }
  let adapter: GPUAdapter | null;
  try {
    adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  } catch (error) {
    return refuse(
      `The browser could not reach the graphics card (${String(error)}). Restart the browser and try again. ${OTHERWISE}`,
    );
  }
  if (adapter === null) {
    return refuse(
      `The browser has WebGPU but finds no graphics card for it. Turn on hardware acceleration in its settings, update the graphics driver, then reload. ${OTHERWISE}`,
    );
  }
  const lacking = lacks(adapter.limits);
  if (lacking !== null) {
    return refuse(
      `This graphics card is too small for the models here (${lacking}). Try another device. ${OTHERWISE}`,
    );
  }
  return { ok: true, device: deviceOf(adapter) };
}

function lacks(limits: GPUSupportedLimits): string | null {
  for (const [name, least] of Object.entries(NEEDED) as [keyof typeof NEEDED, number][]) {
    if (limits[name] < least) return `${name} is ${limits[name]}, ${least} is needed`;
  }
  return null;
}

function deviceOf(adapter: GPUAdapter): DeviceInfo {
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture].filter(Boolean).join(' ');
  return {
    backend: 'webgpu',
    ...(name === '' ? {} : { adapter: name }),
    fallbackAdapter: isFallbackAdapter,
    f16: adapter.features.has('shader-f16'),
    features: [...adapter.features].sort(),
    maxBinding: adapter.limits.maxStorageBufferBindingSize,
  };
}

function refuse(reason: string): Probe {
  return { ok: false, code: 'unsupported', reason };
}
