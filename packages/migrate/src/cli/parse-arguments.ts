import { parseArgs } from 'node:util';

/** What the command was asked for. */
export interface Arguments {
  folder: string;
  dryRun: boolean;
  json: boolean;
  force: boolean;
}

export const HELP = `Usage: npx @convapi/migrate <folder> [options]

Rewrites .ts, .tsx, .js, .jsx, .mjs, .cjs, .mts and .cts files below the folder from @sinch/sdk-core to @convapi/client,
and the dependencies in package.json. What it cannot rewrite stays, with a comment "TODO(convapi)" above it.

  --dry-run   print the changes, write nothing
  --json      print the report as JSON
  --force     write even where git has changes that are not committed
  --version   print the version
  --help      print this

Ends with 0 when everything was rewritten, 1 when something was left, 2 when it could not run.
Unofficial: not made or endorsed by Sinch.
`;

/** @throws Error that says what is wrong with them. */
export function parseArguments(argv: string[]): Arguments | 'help' | 'version' {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error('[@convapi/migrate] Name one folder: npx @convapi/migrate <folder>');
  return { folder, dryRun: values['dry-run'], json: values.json, force: values.force };
}
