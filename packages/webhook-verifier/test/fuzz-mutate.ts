import fc from 'fast-check';

/** A callback as it lies on the wire. Headers may be missing, or come twice. */
export interface Wire {
  body: Uint8Array<ArrayBuffer>;
  signature: string[];
  nonce: string[];
  timestamp: string[];
  algorithm: string[];
}

type Header = Exclude<keyof Wire, 'body'>;

/** One change. The numbers choose place and value; what they choose among depends on the kind. */
export interface Mutation {
  target: keyof Wire;
  kind: (typeof KINDS)[number];
  at: number;
  value: number;
}

const TARGETS = ['body', 'signature', 'nonce', 'timestamp', 'algorithm'] as const;
const KINDS = [
  'flip',
  'insert',
  'remove',
  'overwrite',
  'cut',
  'repeat',
  'casing',
  'encoding',
  'border',
  'exchange',
  'drop',
  'double',
] as const;

export function mutations(): fc.Arbitrary<Mutation> {
  return fc.record({
    target: fc.constantFrom(...TARGETS),
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(),
    value: fc.nat(),
  });
}

/** The callback with these changes, one after the other. Never the same: what changes nothing is made up for by one more byte. */
export function mutate(wire: Wire, changes: readonly Mutation[]): Wire {
  const changed = changes.reduce(applyMutation, wire);
  const [first] = changes;
  return first && isSame(changed, wire) ? applyMutation(changed, { ...first, kind: 'insert' }) : changed;
}

export function isSame(a: Wire, b: Wire): boolean {
  return Buffer.compare(a.body, b.body) === 0 && TARGETS.every((name) => name === 'body' || a[name].join('\n') === b[name].join('\n'));
}

function applyMutation(wire: Wire, { target, kind, at, value }: Mutation): Wire {
  switch (kind) {
    case 'border':
      return moveBorder(wire, at, value);
    case 'exchange':
      return target === 'body' ? wire : { ...wire, [target]: wire[headerAt(value)], [headerAt(value)]: wire[target] };
    case 'drop':
      return { ...wire, ...(target === 'body' ? { body: new Uint8Array() } : { [target]: [] }) };
    case 'double':
      return target === 'body' ? wire : { ...wire, [target]: [...wire[target], wire[headerAt(value)][0] ?? ''] };
    default: {
      const bytes = target === 'body' ? wire.body : toBytes(wire[target][0] ?? '');
      const changed = changeBytes(bytes, kind, at, value);
      return { ...wire, [target]: target === 'body' ? changed : [toText(changed), ...wire[target].slice(1)] };
    }
  }
}

type ByteKind = Exclude<Mutation['kind'], 'border' | 'exchange' | 'drop' | 'double'>;

function changeBytes(bytes: Uint8Array<ArrayBuffer>, kind: ByteKind, at: number, value: number): Uint8Array<ArrayBuffer> {
  const place = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const [byte = 0] = after;
  switch (kind) {
    case 'flip':
      return join(before, [byte ^ (1 << (value % 8))], after.subarray(1));
    case 'insert':
      return join(before, [value % 256], after);
    case 'remove':
      return join(before, after.subarray(1));
    case 'overwrite':
      return join(before, [value % 256], after.subarray(1));
    case 'cut':
      return value % 2 ? join(before) : join(after);
    case 'repeat':
      return join(before, after, after);
    case 'casing':
      return join(before, swapCase(after, value));
    case 'encoding':
      return toBytes(encodeOtherwise(toText(bytes), value));
  }
}

/** The same meaning written in another way: what a lenient decoder would take for the same. */
function encodeOtherwise(text: string, value: number): string {
  const ways = [
    () => text.replaceAll('+', '-').replaceAll('/', '_'),
    () => text.replaceAll('=', ''),
    () => `${text}=`,
    () => Buffer.from(text, 'base64').toString('hex'),
    () => Buffer.from(text, 'base64').toString('latin1'),
    () => encodeURIComponent(text),
    () => ` ${text}`,
    () => `${text}\t`,
    () => `0${text}`,
    () => `+${text}`,
    () => `${text}.0`,
    () => `${text}e0`,
    () => `0x${Number(text).toString(16)}`,
    () => `${text}\0`,
    // The byte order mark of UTF-8.
    () => `\u00ef\u00bb\u00bf${text}`,
    () => text.replaceAll('"', '\\u0022'),
    () => rewriteJson(text, (parsed) => JSON.stringify(parsed)),
    () => rewriteJson(text, (parsed) => JSON.stringify(parsed, undefined, 1)),
    () => `${text}\n`,
    () => `${text}, ${text}`,
  ];
  return (ways[value % ways.length] ?? ways[0])?.() ?? text;
}

function rewriteJson(text: string, write: (parsed: unknown) => string | undefined): string {
  try {
    return write(JSON.parse(text)) ?? '';
  } catch {
    return `${text} `;
  }
}

/** Moves the borders between body, nonce and timestamp within the signed text, which stays as it is or nearly so. */
function moveBorder(wire: Wire, at: number, value: number): Wire {
  const [nonce = '', timestamp = ''] = [wire.nonce[0], wire.timestamp[0]];
  const all = join(wire.body, toBytes(`.${nonce}.${timestamp}`));
  const dots = [...all.keys()].filter((index) => all[index] === 0x2e);
  const first = dots[at % dots.length] ?? 0;
  const second = dots[value % dots.length] ?? 0;
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  return { ...wire, body: all.slice(0, low), nonce: [toText(all.slice(low + 1, high))], timestamp: [toText(all.slice(high + 1))] };
}

function swapCase(bytes: Uint8Array, count: number): number[] {
  let left = 1 + (count % 8);
  return [...bytes].map((byte) => (/[a-z]/i.test(String.fromCharCode(byte)) && left-- > 0 ? byte ^ 0x20 : byte));
}

function headerAt(value: number): Header {
  return (['signature', 'nonce', 'timestamp', 'algorithm'] as const)[value % 4] ?? 'nonce';
}

function join(...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** Header values are Latin-1 on the wire. */
function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
