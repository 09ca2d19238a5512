import type { RenderedMessage } from '../src/index.ts';

/** The files of docs/ by path: contact sheets, and the page that shows them. */
export function contactSheets(
  render: (...all: never[]) => RenderedMessage,
  toSvg: (rendered: RenderedMessage) => string,
): Record<string, string>;
