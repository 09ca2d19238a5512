import type { Context } from 'hono';
import { EmulatorError } from '../emulator-error.ts';
import type { LogPage } from '../views/index.ts';
import { readQuery, toWholeNumber } from './control-query.ts';

/** What all logs take. */
const PAGE_NAMES = ['after', 'before', 'limit', 'view', 'q'] as const;

/** A log that is shown page by page. */
export interface PagedLog<Entry, Filter extends string> {
  /** Oldest first. */
  entries: readonly Entry[];
  seqOf: (entry: Entry) => number;
  /** What an entry has under the name of a filter. */
  filters: { readonly [Name in Filter]: (entry: Entry) => string | undefined };
  full: (entry: Entry) => object;
  summary: (entry: Entry) => object;
  /** This moment. */
  seq: number;
}

/** One page of a log, as the query of the call wants it. Only what is on the page is put into words, so that a look at a long log is cheap. */
export function toLogPage<Entry, Filter extends string>(c: Context, log: PagedLog<Entry, Filter>): { entries: object[]; page: LogPage } {
  const names = Object.keys(log.filters) as Filter[];
  const { after, before, limit, view = 'full', q, ...query } = readQuery(c, [...PAGE_NAMES, ...names]);
  if (view !== 'full' && view !== 'summary') throw new EmulatorError(`view must be full or summary, not ${view}.`);
  const wanted = names.filter((name) => (query as Record<string, string>)[name] !== undefined);
  const words = q === undefined ? [] : q.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (entry: Entry) =>
    wanted.every((name) => log.filters[name](entry) === (query as Record<string, string>)[name]) &&
    (words.length === 0 || hasWords(log.full(entry), words));
  const fitting = wanted.length === 0 && words.length === 0 ? log.entries : log.entries.filter(fits);
  const from = after === undefined ? 0 : firstAfter(fitting, log.seqOf, toWholeNumber('after', after, 0));
  const to = before === undefined ? fitting.length : firstAfter(fitting, log.seqOf, toWholeNumber('before', before, 1) - 1);
  const most = limit === undefined ? Number.POSITIVE_INFINITY : toWholeNumber('limit', limit, 1);
  // Behind a cursor one goes on from there; without one the newest are wanted.
  const [start, end] = after === undefined ? [Math.max(to - most, from), to] : [from, Math.min(from + most, to)];
  const shown = fitting.slice(start, Math.max(end, start));
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    entries: shown.map(view === 'full' ? log.full : log.summary),
    page: {
      seq: log.seq,
      total: fitting.length,
      next: last !== undefined && end < fitting.length ? log.seqOf(last) : null,
      previous: first !== undefined && start > 0 ? log.seqOf(first) : null,
    },
  };
}

/** Place of the first entry behind a cursor. */
function firstAfter<Entry>(entries: readonly Entry[], seqOf: (entry: Entry) => number, seq: number): number {
  const place = entries.findIndex((entry) => seqOf(entry) > seq);
  return place < 0 ? entries.length : place;
}

function hasWords(entry: object, words: readonly string[]): boolean {
  const text = JSON.stringify(entry).toLowerCase();
  return words.every((word) => text.includes(word));
}
