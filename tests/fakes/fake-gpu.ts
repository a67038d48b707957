export interface FakeGpuOptions {
  readonly f16?: boolean;
  readonly fallback?: boolean;
  readonly limits?: Partial<Record<keyof GPUSupportedLimits, number>>;
  readonly adapter?: null;
}

/** `navigator.gpu` of a device that one describes. */
export function fakeGpu(options: FakeGpuOptions = {}): GPU {
  const adapter = {
    features: new Set(options.f16 === false ? [] : ['shader-f16']),
    limits: {
      maxBufferSize: 2 ** 30,
      maxStorageBufferBindingSize: 2 ** 30,
      maxComputeWorkgroupStorageSize: 2 ** 15,
      maxStorageBuffersPerShaderStage: 10,
      ...options.limits,
    },
    info: {
      vendor: 'acme',
      architecture: 'gen-7',
      description: '',
      isFallbackAdapter: options.fallback ?? false,
    },
  };
  const gpu = { requestAdapter: async () => (options.adapter === null ? null : adapter) };
  return gpu as unknown as GPU;
}
