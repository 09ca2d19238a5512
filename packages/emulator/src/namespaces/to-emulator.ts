import type { EmulatorControl } from '../control/index.ts';
import type { Space } from './space.ts';

/** What a client needs to know of a project, and what tests work with. */
export interface EmulatedProject {
  /** Base of the API, for `baseUrl` of the client. The batch API is below `/batch`. */
  url: string;
  /** Address of the token endpoint, for `tokenUrl`. */
  tokenUrl: string;
  projectId: string;
  keyId: string;
  keySecret: string;
  /** Plays contacts, channels and time, and makes things go wrong. */
  control: EmulatorControl;
}

export function toEmulator({ settings, control }: Space, url: string): EmulatedProject {
  const { projectId, keyId, keySecret } = settings;
  return { url, tokenUrl: `${url}/oauth2/token`, projectId, keyId, keySecret, control };
}
