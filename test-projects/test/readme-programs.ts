import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './run.ts';

/** A program of a README, with the packages that a reader has installed by then. */
export interface ReadmeProgram {
  code: string;
  /** Those of the first install line, and of the lines of the same section above it. */
  installed: string[];
}

/** The packages that an install line names. */
function packagesOf(line: string): string[] {
  return line.split(' ').filter((word) => !word.startsWith('-') && !['npm', 'install'].includes(word));
}

/** The first install line of a page, as the packages that it names. */
export function firstInstall(page: string): string[] {
  return packagesOf(/^npm install .+$/m.exec(read(page))?.[0] ?? '');
}

/** The TypeScript programs of a page, in its order. Those marked `typescript` are parts of a project that a reader has. */
export function programsOf(page: string): ReadmeProgram[] {
  const first = firstInstall(page);
  return read(page)
    .split(/^##+ /m)
    .flatMap((section) => {
      let installed = first;
      const blocks = [...section.matchAll(/^```(sh|ts)\n([\s\S]*?)^```/gm)];
      return blocks.flatMap(([, language, code = '']) => {
        if (language === 'ts') return [{ code, installed }];
        installed = [...new Set([...installed, ...(code.match(/^npm install .+$/gm) ?? []).flatMap(packagesOf)])];
        return [];
      });
    });
}

function read(page: string): string {
  return readFileSync(join(repository, page), 'utf8');
}
