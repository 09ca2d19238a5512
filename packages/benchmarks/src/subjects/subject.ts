/** Where a client sends, and as whom. */
export interface ClientSettings {
  baseUrl: string;
  tokenUrl: string;
  projectId: string;
  keyId: string;
  keySecret: string;
  appId: string;
}

/** What every client under measure can do. */
export interface SubjectClient {
  /** Sends one text. */
  send(text: string): Promise<unknown>;
  /** Walks over all pages of a list; resolves to how many items there were. */
  countItems(): Promise<number>;
  /** Reads one item by id; resolves to its text that looks like a date. */
  readText(id: string): Promise<unknown>;
}

/** Makes a client as its documentation shows, with its defaults. */
export type CreateClient = (settings: ClientSettings) => SubjectClient;

/** The one phone number that everything goes to. */
export const PHONE = '46700000000';

/** Settings for a server of this package. */
export function settingsFor(url: string): ClientSettings {
  return {
    baseUrl: url,
    tokenUrl: `${url}/oauth2/token`,
    projectId: '7b3c1a52-0000-4000-8000-000000000001',
    keyId: 'bench-key',
    keySecret: 'bench-secret',
    appId: '01EB37HMH1M6SV18ABNS3G135H',
  };
}
