import { read, SITE } from './documents.ts';

/** A block of code of a README or a page of the site. */
export interface DocumentedBlock {
  page: string;
  language: 'ts' | 'sh';
  code: string;
  /** What a reader has installed by then: by the first install line, and by the lines of the same section above the block. */
  installed: string[];
  /** Is it marked by `<!-- run -->`, as one that tests run as it stands? */
  isRun: boolean;
  /** Why it is not run, from `<!-- not run: … -->`. */
  whyNotRun: string | undefined;
}

const README_BLOCK = /(?:<!-- (run|not run: [^>]+) -->\n+)?^```(ts|sh)\n([\s\S]*?)^```$/gm;
/** On a page, what is not for twoslash is code of others, such as the program before a migration. */
const SITE_BLOCK = /(?:<!-- (run|not run: [^>]+) -->\n+)?^```(ts(?= twoslash)|sh)(?: twoslash)?\n([\s\S]*?)^```$/gm;

/** The packages that an install line names. */
function packagesOf(line: string): string[] {
  return line.split(' ').filter((word) => !word.startsWith('-') && !['', 'npm', 'install'].includes(word));
}

function installLinesOf(code: string): string[] {
  return code.match(/^npm install .+$/gm) ?? [];
}

/** The first install line of a page, as the packages that it names. */
export function firstInstall(page: string): string[] {
  return packagesOf(installLinesOf(read(page))[0] ?? '');
}

/** The blocks of TypeScript and shell of a page, in its order. */
export function blocksOf(page: string): DocumentedBlock[] {
  const first = firstInstall(page);
  return read(page)
    .split(/^##+ /m)
    .flatMap((section) => {
      let installed = first;
      return [...section.matchAll(page.startsWith(SITE) ? SITE_BLOCK : README_BLOCK)].map(([, mark = '', language, code = '']) => {
        if (language === 'sh') installed = [...new Set([...installed, ...installLinesOf(code).flatMap(packagesOf)])];
        const whyNotRun = /^not run: (.+)$/.exec(mark)?.[1];
        return { page, language: language as 'ts' | 'sh', code, installed, isRun: mark === 'run', whyNotRun };
      });
    });
}

/** The TypeScript programs of a page. */
export function programsOf(page: string): DocumentedBlock[] {
  return blocksOf(page).filter(({ language }) => language === 'ts');
}

/** Is it a program for web pages, which a bundler has to resolve? */
export function isForPages({ code }: DocumentedBlock): boolean {
  return code.includes("'@convapi/handset");
}
