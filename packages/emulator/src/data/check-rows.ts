import { EmulatorError } from '../emulator-error.ts';
import { LATEST_MS } from '../time/index.ts';
import type { StateRow } from './state.ts';

/** How far from 1970 a date may be, in milliseconds. */
const FURTHEST_DATE_MS = 8.64e15;

type Check = (value: unknown) => boolean;

/** What a row of each part has to have, so that the emulator can work with it. */
const ROWS: Readonly<Record<string, Check>> = {
  apps: object({ id: isText }),
  batches: object({ id: isText, dueMs: isNumber }),
  callbacks: object({ job: isCallbackJob, attempts: isList }),
  carried: object({}),
  channel_answers: object({ status: isText }),
  consent_audit: isList,
  consents: (row) => row === true,
  consents_off: (row) => row === true,
  contacts: object({ id: isText, channel_identities: isList }),
  conversations: object({ id: isText, app_id: isText, contact_id: isText }),
  events: object({ id: isText, appId: isText, wire: object({}) }),
  handset_messages: object({ shown: object({ message_id: isText, channel: isText, identity: isText }) }),
  homes: isText,
  jobs: object({ job: object({ kind: isText }), dueMs: isNumber }),
  keys: object({ id: isText, name: isText, digest: isText }),
  last_inbound: isNumber,
  last_writers: isText,
  messages: object({ id: isText, appId: isText, wire: object({}) }),
  meta: object({ offsetMs: optional(isOffset), last: optional(isText) }),
  outbound: object({ delivery: object({ messageId: isText, app: object({ id: isText }) }) }),
  profiles: isText,
  settings: object({}),
  templates: object({ wire: object({}), history: isList }),
  webhooks: object({ id: isText, app_id: isText, target: isText }),
};

/** Is the row one that the emulator can work with? One of an unknown part is not. */
export function isRow({ part, row }: StateRow): boolean {
  return (ROWS[part]?.(row) ?? false) && hasDates(row);
}

/** @throws {@link EmulatorError} naming a row that nobody can work with */
export function checkRows(rows: readonly StateRow[]): void {
  for (const one of rows) {
    if (!Object.hasOwn(ROWS, one.part)) {
      throw new EmulatorError(`The state has rows of an unknown part ${one.part}. Use the version of the emulator that wrote it.`);
    }
    if (!isRow(one)) throw new EmulatorError(`The state is damaged: the row ${one.key} of ${one.part} is wrong.`);
  }
}

function object(fields: Readonly<Record<string, Check>>): Check {
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Moves of the clock end where its calendar does. */
function isOffset(value: unknown): boolean {
  return isNumber(value) && Number(value) >= 0 && Number(value) <= LATEST_MS;
}

function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** Is every moment that is shown as a date one that has one? When something is due or over may be later than that. */
function hasDates(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) =>
    name === 'acceptedMs' ? part === undefined || (isNumber(part) && Math.abs(Number(part)) <= FURTHEST_DATE_MS) : hasDates(part),
  );
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

/** Its body is read again for the log. */
function isCallbackJob(value: unknown): boolean {
  if (!object({ target: isText, appId: isText, lane: isText, body: isText })(value)) return false;
  try {
    return object({})(JSON.parse((value as { body: string }).body));
  } catch {
    return false;
  }
}
