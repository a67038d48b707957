import { type CustomModel, customModelId } from '../../run/custom-model.ts';
import type { WebllmModel } from './model-list.ts';

/** A visitor's own model among those of the page: what isn't known of it stays null. */
export function customWebllmModel({ name, weightsUrl, libraryUrl }: CustomModel): WebllmModel {
  const [quantisation = null] = /q\d+f(?:16|32)(?:_\d+)?/.exec(`${name} ${libraryUrl}`) ?? [];
  return {
    id: customModelId(name),
    title: name,
    description: 'Your own: from the addresses that you typed.',
    weightsUrl: keptAt(weightsUrl),
    filesUrl: weightsUrl,
    wasmUrl: libraryUrl,
    vramMb: null,
    downloadBytes: null,
    quantisation,
    requiresF16: quantisation?.includes('f16') === true,
    overrides: { context_window_size: 4096 },
    thinks: false,
  };
}

/** WebLLM looks for files below `resolve/REVISION/`, whatever the host; under that address they are kept. */
function keptAt(weightsUrl: string): string {
  return /.+\/resolve\/.+\//.test(weightsUrl) ? weightsUrl : `${weightsUrl}resolve/main/`;
}
