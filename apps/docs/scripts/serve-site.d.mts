export interface Site {
  /** Without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

export function serveSite(): Promise<Site>;
