import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './run.ts';

/** The folder of the pages of the documentation site. */
export const SITE = 'apps/docs/src';

const list = (parent: string) => readdirSync(join(repository, parent)).map((name) => `${parent}/${name}`);

export const readmes = [
  'README.md',
  ...['packages', 'apps', 'examples'].flatMap(list).map((one) => `${one}/README.md`),
  ...['postman', 'test-projects', 'runtime-tests', 'examples'].map((one) => `${one}/README.md`),
].filter((page) => existsSync(join(repository, page)));

/** The pages of the site that people write. The reference is generated, and has tests of its own; parts are included in pages. */
export const sitePages = readdirSync(join(repository, SITE), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !/^(reference|parts)\//.test(name))
  .map((name) => `${SITE}/${name}`)
  .sort();

/** Those that tell how to do something: they begin with what to install, and say of each shell block whether it is run. */
export const taskPages = sitePages.filter((page) => /^(guides|troubleshooting)\//.test(page.slice(SITE.length + 1)));

export function read(page: string): string {
  return readFileSync(join(repository, page), 'utf8');
}
