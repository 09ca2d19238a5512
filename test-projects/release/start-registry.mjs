import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runServer } from 'verdaccio';

/**
 * Starts a registry for our packages, and no others, on a free port of this machine.
 *
 * @param {string} folder where it keeps things
 */
export async function startRegistry(folder) {
  mkdirSync(folder, { recursive: true });
  const config = {
    configPath: join(folder, 'config.yaml'),
    self_path: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
    packages: { '@convapi/*': { access: '$all', publish: '$all', unpublish: '$all' } },
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
    max_body_size: '20mb',
    web: { enable: false },
  };
  writeFileSync(config.configPath, '');
  const app = await runServer(config);
  await new Promise((resolve) => app.listen(0, '127.0.0.1', () => resolve(undefined)));
  const url = `http://127.0.0.1:${app.address().port}/`;
  return { url, npmrc: writeNpmrc(folder, url), close: () => app.close() };
}

/** npm wants a token before it publishes, whether or not the registry does. */
function writeNpmrc(folder, url) {
  const path = join(folder, 'npmrc');
  writeFileSync(path, `registry=${url}\n${url.replace('http:', '')}:_authToken=anyone\nupdate-notifier=false\nfund=false\naudit=false\n`);
  return path;
}
