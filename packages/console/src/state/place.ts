const CONSOLE = '/_emulator/console';

/** Where the page stands: one project of the emulator, the default one or a namespace. */
export interface Place {
  /** Name of the namespace; undefined for the default project. */
  namespace: string | undefined;
  /** What every address of the page starts with, e.g. `/_emulator/console/@shop`. */
  base: string;
  /** What every control call starts with, e.g. `/_emulator/namespaces/shop`. */
  control: string;
}

/** Where the page of a namespace is; of the default project, where none is named. */
export function toConsolePath(namespace: string | undefined): string {
  return namespace === undefined ? CONSOLE : `${CONSOLE}/@${encodeURIComponent(namespace)}`;
}

/** Reads the place from the address: `/_emulator/console/@shop/apps` is the namespace `shop`. */
export function readPlace(pathname: string): Place {
  const [, name] = /^\/_emulator\/console\/@([^/]+)/.exec(pathname) ?? [];
  if (name === undefined) return { namespace: undefined, base: CONSOLE, control: '/_emulator' };
  return { namespace: decodeURIComponent(name), base: `${CONSOLE}/@${name}`, control: `/_emulator/namespaces/${name}` };
}

/** The address of a page, with every part encoded: `toPath('apps', region, id)`. */
export function toPath(...parts: string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('') || '/';
}
