import type { EmulatorFrame } from '../../src/index.ts';

/** A client of the stream that reads as a browser does. */
export interface StreamClient {
  status: number;
  headers: Headers;
  /** The next frames up to the one that fits, that one too. */
  until(fits: (frame: EmulatorFrame) => boolean): Promise<EmulatorFrame[]>;
  /** The text of the next chunk. */
  chunk(): Promise<string>;
  /** Breaks the connection. */
  leave(): void;
}

export async function openStream(url: string, headers: Record<string, string> = {}): Promise<StreamClient> {
  const broken = new AbortController();
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: broken.signal });
  const reader = (response.body ?? new ReadableStream()).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const waiting: EmulatorFrame[] = [];

  async function chunk(): Promise<string> {
    const { value, done } = await reader.read();
    if (done) throw new Error('The stream has ended.');
    return decoder.decode(value, { stream: true });
  }

  async function next(): Promise<EmulatorFrame> {
    while (waiting.length === 0) {
      text += await chunk();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      waiting.push(...blocks.flatMap(parse));
    }
    return waiting.shift() as EmulatorFrame;
  }

  return {
    status: response.status,
    headers: response.headers,
    chunk,
    async until(fits) {
      const frames: EmulatorFrame[] = [];
      for (;;) {
        const frame = await next();
        frames.push(frame);
        if (fits(frame)) return frames;
      }
    },
    leave: () => broken.abort(),
  };
}

/** A block of server-sent events; comments and `retry` say nothing. */
function parse(block: string): EmulatorFrame[] {
  const lines = block.split('\n');
  const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice('data: '.length));
  if (data.length === 0) return [];
  const frame = JSON.parse(data.join('\n')) as EmulatorFrame;
  const id = lines.find((line) => line.startsWith('id: '))?.slice('id: '.length);
  if (id !== String(frame.seq)) throw new Error(`The id ${id} is not the seq of ${block}`);
  return [frame];
}
