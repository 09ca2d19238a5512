import { CHANNELS, type ConversationChannel, isReasonCode, REASON_CODES } from '@convapi/core';
import { EmulatorError } from '../emulator-error.ts';
import { type BodyLimits, readJson } from '../requests/index.ts';
import type { ChannelAnswer } from '../resources/channels/index.ts';

/** The body of a call to `/_emulator`, not looked into yet. */
export type Fields = Record<string, unknown>;

const ANSWER_STATUSES: readonly string[] = ['QUEUED_ON_CHANNEL', 'DELIVERED', 'READ', 'FAILED'];

export function toAnswer({ status, reason, temporary }: Fields): ChannelAnswer {
  if (!ANSWER_STATUSES.includes(String(status))) throw new EmulatorError(`status must be one of ${ANSWER_STATUSES.join(', ')}.`);
  const code = reason === undefined || typeof reason === 'string' ? reason : toObject('reason', reason).code;
  if (code !== undefined && !isReasonCode(code)) {
    throw new EmulatorError(`reason must be one of ${REASON_CODES.join(', ')}, or an object with such a code.`);
  }
  if (temporary !== undefined && typeof temporary !== 'boolean') throw new EmulatorError('temporary must be true or false.');
  return { status, ...(reason === undefined ? {} : { reason }), ...(temporary === undefined ? {} : { temporary }) } as ChannelAnswer;
}

export function toChannel(value: string): ConversationChannel {
  const known = CHANNELS.find((channel) => channel === value);
  if (!known) throw new EmulatorError(`channel must be one of ${CHANNELS.join(', ')}, not ${value}.`);
  return known;
}

/** A page of another site can post forms, but no JSON: so writes take nothing else. */
export async function readFields(request: Request, limits?: BodyLimits): Promise<Fields> {
  const [stray] = new URL(request.url).searchParams.keys();
  if (stray !== undefined) throw new EmulatorError(`${stray} is no parameter of this path. What is written goes into the body.`);
  const body = await readJson(request, limits);
  if ('problem' in body) throw new EmulatorError(`${body.message}. Send a JSON object, {} if there is nothing to say.`);
  return toObject('The body', body.value);
}

export function toOneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new EmulatorError(`${name} must be one of ${known.join(', ')}.`);
  return found;
}

export function toText(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new EmulatorError(`${name} must be a text.`);
  return value;
}

export function toNumber(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new EmulatorError(`${name} must be a number.`);
  return value;
}

export function toObject(name: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new EmulatorError(`${name} must be an object.`);
  return value as Fields;
}

export function optional<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: toText(name, value) } as Record<K, string>);
}
