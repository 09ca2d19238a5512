import { LINE } from '../harness/subjects.mjs';
import { METRO, pinned } from '../versions.mjs';
import { packageOf } from './shared.mjs';

/** Resolved as for a phone, with the settings that Metro has by itself; the output of Metro is for another engine, and is not run. */
const BUNDLE = `const path = require('node:path');
const Metro = require('metro');
(async () => {
  const project = path.resolve('../..');
  const defaults = await Metro.loadConfig({ cwd: __dirname });
  const config = Metro.mergeConfig(defaults, {
    projectRoot: project,
    watchFolders: [project],
    maxWorkers: 1,
    reporter: { update() {} },
    resolver: { useWatchman: false },
    transformer: { babelTransformerPath: require.resolve('metro-babel-transformer') },
  });
  const { code } = await Metro.runBuild(config, { entry: path.resolve('toolkit.js'), dev: false, minify: false, platform: 'ios' });
  console.log(code.includes('useToolkit') ? '${LINE}' : code.slice(0, 400));
  process.exit();
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
`;

export const metro = Object.entries(METRO).map(([version, exact]) => ({
  name: `metro-${version}`,
  says: `Metro ${version}: resolution with its defaults`,
  dependencies: { metro: exact, ...pinned('@babel/core') },
  cells: [
    {
      name: 'finds the packages',
      peers: true,
      files: { 'package.json': packageOf('commonjs'), 'toolkit.js': ({ subject }) => subject.programs.cjs, 'bundle.cjs': BUNDLE },
      commands: [['node', 'bundle.cjs']],
    },
  ],
}));
