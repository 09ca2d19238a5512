import { invalidField } from './refusal.ts';

/** What a list call asks for. */
export interface PageRequest {
  size: unknown;
  token: unknown;
}

const DEFAULT_SIZE = 10;
const TOKEN_PREFIX = 'after:';

/**
 * One page of a list.
 *
 * The token names the last item of the page, not its number, so that items made or deleted meanwhile neither repeat nor hide others.
 *
 * @param keyOf what the list is ordered by; unique
 */
export function toPage<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  order: 'ascending' | 'descending',
  request: PageRequest,
): { items: T[]; next: string } {
  const after = readToken(request.token);
  const direction = order === 'ascending' ? 1 : -1;
  const keyed = [...items].map((item) => ({ key: keyOf(item), item }));
  const rest = after === undefined ? keyed : keyed.filter(({ key }) => compare(key, after) === direction);
  rest.sort((a, b) => compare(a.key, b.key) * direction);
  if (Number(request.size ?? 0) < 0) throw invalidField('page_size', 'must be at least 0');
  // As in protobuf, 0 is a size that was not given.
  const size = Number(request.size ?? 0) || DEFAULT_SIZE;
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return { items: page.map(({ item }) => item), next: rest.length > size && last ? writeToken(last.key) : '' };
}

/** Key that sorts by a time, then by id. */
export function timeKey(ms: number, id: string): string {
  return `${String(ms).padStart(16, '0')} ${id}`;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function writeToken(key: string): string {
  return Buffer.from(TOKEN_PREFIX + key).toString('base64url');
}

function readToken(token: unknown): string | undefined {
  if (token === undefined || token === '') return undefined;
  const text = Buffer.from(String(token), 'base64url').toString();
  if (!text.startsWith(TOKEN_PREFIX)) throw invalidField('page_token', 'is not a token of a previous page');
  return text.slice(TOKEN_PREFIX.length);
}
