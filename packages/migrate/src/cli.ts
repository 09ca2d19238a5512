#!/usr/bin/env node
import { createRequire } from 'node:module';
import { runCommand } from './cli/run-command.ts';
// through the entry, which this command then shares instead of carrying a copy
import { migrateTexts } from './index.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
const { status, stdout, stderr } = runCommand(process.argv.slice(2), { version, migrateTexts });
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
