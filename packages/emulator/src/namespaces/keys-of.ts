import { createHmac } from 'node:crypto';
import type { Settings } from '../settings.ts';

/** Project and access key of a namespace. They follow from its name and the emulator's secret: the same name has the same ones, and nobody can guess them. */
export function keysOf({ projectId, keySecret }: Settings, name: string): { projectId: string; keyId: string; keySecret: string } {
  const derive = (what: string) => createHmac('sha256', keySecret).update(`${what} of ${name} in ${projectId}`).digest('hex');
  return { projectId: toUuid(derive('project')), keyId: toUuid(derive('key id')), keySecret: derive('key secret').slice(0, 32) };
}

function toUuid(hex: string): string {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return parts.join('-');
}
