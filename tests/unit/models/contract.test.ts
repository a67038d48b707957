import { createManualProvider } from '../../../src/models/manual/index.ts';
import { createReferenceProvider } from '../../../src/models/reference/index.ts';
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
