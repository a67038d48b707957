import { createManualProvider } from '../../../src/models/manual/index.ts';
import { createReferenceProvider } from '../../../src/models/reference/index.ts';
import { createWllamaProvider } from '../../../src/models/wllama/index.ts';
import { WllamaSession } from '../../../src/models/wllama/wllama-session.ts';
import { fakeChatEngine } from '../../fakes/fake-chat-engine.ts';
import { fakeProvider } from '../../fakes/fake-provider.ts';
import { CONTRACT_DATASET, describeProvider } from './provider-contract.ts';

describeProvider('reference', () => ({
  provider: createReferenceProvider({
    lookup: (id) => CONTRACT_DATASET.samples.find((sample) => sample.id === id) ?? null,
  }),
  modelId: 'secure',
}));

describeProvider('manual', () => {
  const provider = createManualProvider();
  return {
    provider,
    modelId: 'visitor',
    answer: () => void provider.desk.submit('def solve(text):\n    return text\n'),
    running: () => (provider.desk.pending === null ? 0 : 1),
  };
});

describeProvider('fake', () => {
  const provider = fakeProvider(() => [{ text: 'a' }, { text: 'b' }]);
  return { provider, modelId: 'scripted', running: () => provider.running };
});

describeProvider('wllama', () => {
  const { engine } = fakeChatEngine('def solve(text): ...');
  const session = () =>
    new WllamaSession(engine, {
      device: { backend: 'wasm' },
      engine: 'fake',
      fingerprint: null,
      quantisation: null,
    });
  return {
    provider: {
      ...createWllamaProvider({ cores: 2, files: async () => null }),
      load: async () => session(),
    },
    modelId: 'qwen2.5-coder-0.5b-q4',
  };
});
