/** Where the packages of a group lie, seen from the folder of a cell. */
export const MODULES = '../../node_modules';

/** The binary itself: the command of the package needs its install script, and none runs. */
export const BUN = `${MODULES}/@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : 'x64'}/bin/bun`;

export const packageOf = (type) => ({ name: 'program', version: '1.0.0', private: true, type });

/** A module that imports every entry and says how many there were. */
export const importAll = ({ subject }) => {
  const { entries } = subject;
  const lines = entries.map((entry, index) => `import * as m${index} from '${entry}';`);
  return `${lines.join('\n')}\nexport const entries = [${entries.map((_, index) => `m${index}`).join(', ')}].map((one) => Object.keys(one).length);\n`;
};

export const requireAll = ({ subject }) => {
  const { entries } = subject;
  return `exports.entries = [${entries.map((entry) => `require('${entry}')`).join(', ')}].map((one) => Object.keys(one).length);\n`;
};
