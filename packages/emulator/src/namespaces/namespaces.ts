import { EmulatorError } from '../emulator-error.ts';
import { type EmulatorOptions, type Settings, toSettings } from '../settings.ts';
import { keysOf } from './keys-of.ts';
import type { NamespaceOptions } from './namespace-options.ts';
import type { Space } from './space.ts';

/** The project of the emulator, and those beside it. */
export interface Namespaces {
  main: Space;
  /**
   * The namespace of this name, made when there is none.
   *
   * @throws {@link EmulatorError} for a name that cannot be one, and when it exists with options of its own
   */
  open(name: string, options?: NamespaceOptions): Promise<Space>;
  get(name: string): Space | undefined;
  names(): string[];
  /** Stops it and forgets all that it knew. @returns whether there was one */
  close(name: string): Promise<boolean>;
  /** Whose key or project it is. */
  owner(id: string): Space | undefined;
  /** Stops all of them, and the emulator's own. */
  stop(): Promise<void>;
}

/** Names stand in URLs. */
const NAME = /^(?!\.+$)[\w.-]{1,100}$/;

/** @param make builds what belongs to one project */
export async function createNamespaces(
  options: EmulatorOptions,
  settings: Settings,
  make: (settings: Settings) => Space | Promise<Space>,
): Promise<Namespaces> {
  const main = await make(settings);
  const opened = new Map<string, Promise<Space>>();
  const spaces = new Map<string, Space>();
  /** By key id and by project id. */
  const owners = new Map<string, Space>();

  function enter(space: Space): void {
    owners.set(space.settings.keyId, space).set(space.settings.projectId, space);
  }

  async function create(name: string, own: NamespaceOptions): Promise<Space> {
    const { proxy: _proxy, ...shared } = options;
    const space = await make({ ...toSettings({ ...shared, ...own, ...keysOf(settings, name) }), data: undefined, proxy: undefined });
    spaces.set(name, space);
    enter(space);
    return space;
  }

  enter(main);
  return {
    main,
    open(name, own) {
      if (!NAME.test(name))
        throw new EmulatorError(`A namespace cannot be called ${JSON.stringify(name)}. Use letters, digits, _, . and -.`);
      const known = opened.get(name);
      if (known && own) throw new EmulatorError(`The namespace ${name} exists already. Leave out the options, or close it first.`);
      const opening = known ?? create(name, own ?? {});
      opened.set(name, opening);
      // Options that cannot work must not spoil the name.
      opening.catch(() => opened.delete(name));
      return opening;
    },
    get: (name) => spaces.get(name),
    names: () => [...spaces.keys()],
    async close(name) {
      const space = await opened.get(name);
      if (!space) return false;
      opened.delete(name);
      spaces.delete(name);
      owners.delete(space.settings.keyId);
      owners.delete(space.settings.projectId);
      await space.stop();
      return true;
    },
    owner: (id) => owners.get(id) ?? [main, ...spaces.values()].find((space) => space.keys.has(id)),
    async stop() {
      await Promise.allSettled(opened.values());
      const all = [main, ...spaces.values()];
      for (const known of [opened, spaces, owners]) known.clear();
      await Promise.all(all.map((space) => space.stop()));
    },
  };
}
