import { MessageError } from '../message-error.ts';

/** Throws the {@link MessageError} for one wire field: what is wrong with it, and what to do. */
export function refuse(path: string, message: string, advice: string): never {
  throw new MessageError(`[@convapi/message-builder] ${path} ${message}. ${advice}`, { issues: [{ path, message }] });
}
