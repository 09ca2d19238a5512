import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { peerPrograms } from '../programs/peers.mjs';
import { VERSIONS } from '../versions.mjs';

/** What `useToolkit()` of every program returns. */
export const LINE = 'sent, 404, MESSAGE_INBOUND, Order 17';

/**
 * Ours, and packages of the same kind: what is put into the projects. The first is the one that has to pass.
 *
 * @param {Map<string, { spec: string, manifest: object }>} packages ours, by folder name
 * @param {boolean} besidePeers whether the peers get a column
 */
export function subjectsOf(packages, besidePeers) {
  const ours = {
    name: 'convapi',
    ours: true,
    dependencies: Object.fromEntries([...packages].map(([name, { spec }]) => [`@convapi/${name}`, spec])),
    // packages for pages are ES modules for bundlers: packed.test.ts tries those
    entries: [...packages]
      .filter(([, { manifest }]) => manifest.main?.endsWith('.cjs'))
      .flatMap(([name, { manifest }]) => entriesOf(name, manifest)),
    programs: programsOf(readFileSync(new URL('../programs/convapi.ts', import.meta.url), 'utf8')),
  };
  const peers = Object.entries(peerPrograms(LINE)).map(([name, source]) => ({
    name,
    ours: false,
    dependencies: { [name]: VERSIONS[name] },
    entries: [name],
    programs: programsOf(source),
  }));
  return besidePeers ? [ours, ...peers] : [ours];
}

/** Names by which programs import a package, but for its JSON files. */
function entriesOf(name, manifest) {
  return Object.keys(manifest.exports)
    .filter((entry) => !entry.endsWith('.json'))
    .map((entry) => `@convapi/${name}${entry.slice(1)}`);
}

/** The program in TypeScript, as an ES module and as CommonJS, ready to be put into a project. */
function programsOf(source) {
  const as = (format) => transformSync(source, { loader: 'ts', format, target: 'es2022', platform: 'node' }).code;
  return { ts: source, mjs: as('esm'), cjs: as('cjs') };
}
