// The first program of every script. Old syntax, so that an old Node.js gets as far as saying that it is too old.
var NEEDED = [20, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < NEEDED[0] || (found[0] === NEEDED[0] && found[1] < NEEDED[1])) {
  console.error('convapi needs Node.js %s or later; this is Node.js %s. See https://nodejs.org', NEEDED.join('.'), process.versions.node);
  process.exit(1);
}
import('./start/run-turbo.mjs').then((it) => it.runTurbo(process.argv.slice(2)));
