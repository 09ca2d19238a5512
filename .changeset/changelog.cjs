/**
 * Entries for the person who upgrades: the words of the changeset and nothing before them. Which commit it was is for us, and
 * git knows.
 */
async function getReleaseLine({ summary }) {
  const [first, ...rest] = summary.trim().split('\n');
  return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** A package that moves only because another one did says just that. */
async function getDependencyReleaseLine(_changesets, updated) {
  if (updated.length === 0) return '';
  const names = updated.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`);
  return `- Comes with ${names.join(', ')}. See what changed there.`;
}

module.exports = { getReleaseLine, getDependencyReleaseLine };
