#!/usr/bin/env node
import { runCommand } from './run-command-node.ts';

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
});
