import type { ApiCall } from './api-call.ts';
import type { Overview } from './wire.ts';

/** A call of the Conversation API below the project: `toProjectCall(overview, 'eu', …)`. */
export interface ProjectCall extends Omit<ApiCall, 'path' | 'origin'> {
  region: string;
  /** Parts of the path below the project; each is encoded. */
  parts: readonly string[];
  /** What follows the last part, e.g. `:send`. */
  verb?: string;
  /** `v1`, or `v2` for templates. */
  version?: 'v1' | 'v2';
}

/** Puts together the path of a call. */
export function toCall({ project_id: projectId }: Overview, { region, parts, verb = '', version = 'v1', ...call }: ProjectCall): ApiCall {
  const path = [region, version, 'projects', projectId, ...parts].map((part) => `/${encodeURIComponent(part)}`).join('');
  return { ...call, path: `${path}${verb}`, origin: location.origin };
}
