/**
 * Stands in every `sample.md` and in the data set asset: who gathers texts to train a model can find and
 * leave out what holds it, and a model that can recite it was trained on the data set.
 */
export const CANARY = 'codeseceval-playground canary ecee377a-f382-4fa1-9b6f-f6733d9d60b2';
