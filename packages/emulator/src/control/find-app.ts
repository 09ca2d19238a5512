import { EmulatorError } from '../emulator-error.ts';
import { type AppRecord, channelsOf } from '../resources/apps/index.ts';
import type { ControlWorld } from './control-world.ts';

/**
 * The app that hears what a contact does on a channel: the one given, else the only one with the channel, else the one that last wrote there.
 *
 * @throws {@link EmulatorError} when none or several would do
 */
export function findApp({ store }: ControlWorld, channel: string, identity: string, appId?: string): AppRecord {
  if (appId !== undefined) {
    const app = store.apps.get(appId);
    if (!app) throw new EmulatorError(`There is no app ${appId}. Create it, or leave app_id out.`);
    if (!channelsOf(app).includes(channel))
      throw new EmulatorError(`App ${appId} has no channel ${channel}. Add credentials for it to the app.`);
    return app;
  }
  const candidates = [...store.apps.values()].filter((app) => channelsOf(app).includes(channel));
  const [first] = candidates;
  if (!first) throw new EmulatorError(`No app has the channel ${channel}. Create an app with channel_credentials for it first.`);
  if (candidates.length === 1) return first;
  const writer = candidates.find((app) => app.id === store.memory.lastWriter(channel, identity));
  if (writer) return writer;
  const names = candidates.map((app) => `${app.id} (${app.display_name})`).join(', ');
  throw new EmulatorError(
    `Several apps have the channel ${channel} and none has written to ${identity} yet: ${names}. Say which with app_id.`,
  );
}
