import { PUBLISHED } from '../packing/pack-packages.mjs';
import { FORMATS } from './try-package.mjs';

/** A version, a kind of change, a point; no hash of a commit in front of the words. */
const CHANGELOG = /^# @convapi\/client\n\n## \d+\.\d+\.\d+\n\n### \w+ Changes\n\n- (?![0-9a-f]{7}:)/m;

/**
 * What went wrong in a rehearsal, a line each; nothing when all is well.
 *
 * @param {{ name: string, format: string, ok: boolean }[]} rows
 * @param {string} changelog of the client
 */
export function problemsOf(rows, changelog) {
  const wanted = PUBLISHED.flatMap((name) => FORMATS.map((format) => ({ name, format })));
  const rowOf = ({ name, format }) => rows.find((row) => row.name === name && row.format === format);
  return [
    ...wanted
      .filter((one) => rowOf(one)?.ok !== true)
      .map(({ name, format }) => `${name} in a project of type ${format} did not do its job`),
    ...(CHANGELOG.test(changelog) ? [] : ['the changelog of @convapi/client does not begin as one']),
  ];
}
