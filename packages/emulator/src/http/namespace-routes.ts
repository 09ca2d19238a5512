import { type Context, Hono } from 'hono';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import type { MediaStore } from '../media/index.ts';
import { type Namespaces, type Space, toEmulator } from '../namespaces/index.ts';
import { emulatorError, json } from '../requests/index.ts';
import { readFields, toText } from './control-fields.ts';
import { readQuery } from './control-query.ts';
import { createControlRoutes } from './control-routes.ts';

/** `/_emulator/namespaces`: projects beside the first one, and the control of each below its name. */
export function createNamespaceRoutes(namespaces: Namespaces, media: MediaStore, url: () => string): Hono {
  const routes = new Hono();
  const show = (name: string, space: Space) => {
    const { url: base, tokenUrl: token_url, projectId: project_id, keyId: key_id, keySecret: key_secret } = toEmulator(space, url());
    return { name, url: base, token_url, project_id, key_id, key_secret, control: `${base}/_emulator/namespaces/${name}` };
  };
  const find = (c: Context): Space => {
    const name = c.req.param('name') ?? '';
    const space = namespaces.get(name);
    if (!space) throw new EmulatorError(`There is no namespace ${name}. Open it with POST /_emulator/namespaces.`);
    return space;
  };

  routes.onError((error) => {
    if (isEmulatorError(error)) return emulatorError(400, 'bad-request', error.message);
    throw error;
  });
  routes.get('/', (c) => {
    readQuery(c, []);
    return json(200, { namespaces: namespaces.names().flatMap((name) => showIfThere(name)) });
  });
  routes.post('/', async (c) => {
    const { name, ...rest } = await readFields(c.req.raw);
    const [stray] = Object.keys(rest);
    if (stray !== undefined) throw new EmulatorError(`A namespace takes a name only, not ${stray}.`);
    const known = toText('name', name);
    return json(200, show(known, await namespaces.open(known)));
  });
  routes.delete('/:name', async (c) => {
    readQuery(c, []);
    find(c);
    await namespaces.close(c.req.param('name'));
    return json(200, {});
  });
  const pathOf = (c: Context) => `/_emulator/namespaces/${c.req.param('name')}`;
  routes.route('/:name', createControlRoutes({ spaceOf: find, media, url, pathOf }));
  return routes;

  function showIfThere(name: string): object[] {
    const space = namespaces.get(name);
    return space ? [show(name, space)] : [];
  }
}
