import type { StateRow } from '../data/index.ts';
import { EmulatorError } from '../emulator-error.ts';
import type { Part } from '../store/index.ts';
import { LATEST_MS } from '../time/index.ts';

/** Everything that an emulator remembers, as JSON: what `control.snapshot()` gives and `control.load()` takes. */
export interface EmulatorSnapshot {
  format: 'convapi-emulator-snapshot';
  /** Version of the form. Later versions of the emulator read older ones. */
  version: number;
  /** The time in the emulator when it was taken. */
  time: string;
  /** Rows by part of the state and key. Their form is the emulator's own business, and may change with `version`. */
  state: Record<string, Record<string, unknown>>;
}

const FORMAT = 'convapi-emulator-snapshot';
const VERSION = 1;

export function takeSnapshot(parts: readonly Part[], time: string): EmulatorSnapshot {
  const state = Object.fromEntries(parts.map((part) => [part.name, Object.fromEntries(part.rows())]));
  // A copy, so that what happens later does not change the snapshot.
  return JSON.parse(JSON.stringify({ format: FORMAT, version: VERSION, time, state })) as EmulatorSnapshot;
}

/** Is it a snapshot, of whichever version? */
export function isSnapshot(value: unknown): value is { format: string; version: unknown } {
  return isObject(value) && value.format === FORMAT;
}

/**
 * The rows of a snapshot, and its time.
 *
 * @throws {@link EmulatorError} saying what is wrong with it
 */
export function readSnapshot(value: unknown): { rows: StateRow[]; timeMs: number } {
  if (!isSnapshot(value)) throw new EmulatorError(`This is no snapshot: format must be ${FORMAT}. Use what snapshot() gave.`);
  if (value.version !== VERSION) {
    const given = String(value.version);
    throw new EmulatorError(`The snapshot has version ${given}; this version of the emulator reads ${VERSION}. Update @convapi/emulator.`);
  }
  const { state, time } = value as Partial<EmulatorSnapshot>;
  if (!isObject(state)) throw new EmulatorError('The snapshot has no state. Use what snapshot() gave, unchanged.');
  const timeMs = Date.parse(String(time));
  if (Number.isNaN(timeMs) || timeMs > LATEST_MS) throw new EmulatorError('The snapshot has no time. Use what snapshot() gave, unchanged.');
  // A copy, so that what happens later does not change the snapshot.
  const rows = Object.entries(structuredClone(state)).flatMap(([part, known]) => {
    if (!isObject(known)) throw new EmulatorError(`state.${part} of the snapshot must be an object. Use what snapshot() gave, unchanged.`);
    return Object.entries(known).map(([key, row]) => ({ part, key, row }));
  });
  return { rows, timeMs };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
