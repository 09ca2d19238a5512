import type { CallFrame } from './cpu-profile.ts';

/** Gives the lines of a file, or none where there is no such file. */
export type ReadLines = (url: string) => readonly string[];

/** What the bundler leaves above each file that it puts into one. */
const BUNDLED_FILE = /^\/\/ ((?:\.\.\/)*(?:src|node_modules)\/\S+)$/;

const PARTS_BY_ADDRESS: [RegExp, string][] = [
  [/^wasm:/, 'WebAssembly'],
  [/^node:_http|^node:internal\/http/, 'node:http'],
  [/^node:net$|^node:internal\/(streams|stream_base_commons|js_stream)|^node:stream/, 'node: sockets and streams'],
  [/^node:events|^node:internal\/(timers|async_hooks|process\/task_queues)|^node:timers/, 'node: events, timers, promises'],
  [/^node:/, 'node: the rest'],
];

/** Says which part of the program a function belongs to: a folder of our packages, a library, or a part of Node. */
export function createPartOf(readLines: ReadLines): (frame: CallFrame) => string {
  const files = new Map<string, readonly string[]>();
  return ({ functionName, url, lineNumber }) => {
    if (functionName === '(garbage collector)') return 'garbage collection';
    if (url === '') return 'native code and the system';
    const known = PARTS_BY_ADDRESS.find(([pattern]) => pattern.test(url));
    if (known) return known[1];
    const lines = files.get(url) ?? readLines(url);
    files.set(url, lines);
    return partOfFile(url, bundledFileAt(lines, lineNumber));
  };
}

function bundledFileAt(lines: readonly string[], lineNumber: number): string {
  for (let at = Math.min(lineNumber, lines.length - 1); at >= 0; at -= 1) {
    const [, file] = BUNDLED_FILE.exec(lines[at] ?? '') ?? [];
    if (file !== undefined) return file;
  }
  return '';
}

function partOfFile(url: string, bundled: string): string {
  const [, library] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(bundled === '' ? url : bundled) ?? [];
  if (library !== undefined) return library;
  const [, owner = url, path = ''] = /\/packages\/([^/]+)\/dist\/(.*)$/.exec(url) ?? [];
  if (owner === 'benchmarks') return `benchmark, ${path.split('/')[0]}`;
  const inside = bundled === '' ? path : bundled.replace(/^.*src\//, '');
  return `@convapi/${owner}, ${inside.includes('/') ? inside.split('/')[0] : inside.replace(/\.[jt]s$/, '')}`;
}
