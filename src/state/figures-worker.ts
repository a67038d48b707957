/* Computes figures with their intervals off the page's thread: for 180 samples the bootstrap takes
   about 0.7 s, which would be felt. */
import { answerFigures } from './figures-question.ts';
import type { FiguresReply, FiguresRequest } from './figures.svelte.ts';

self.onmessage = ({ data }: MessageEvent<FiguresRequest>) => {
  const reply: FiguresReply = { id: data.id, answer: answerFigures(data.question) };
  self.postMessage(reply);
};
