#!/usr/bin/env node
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateFiles } from './generate-files.ts';
import { findDrift, writeFiles } from './write-files.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    spec: { type: 'string', default: `${repository}spec` },
    out: { type: 'string', default: `${repository}packages` },
  },
});

const files = await generateFiles(values.spec);
if (values.check) {
  const drifted = await findDrift(values.out, files);
  for (const path of drifted) console.error(`out of date: ${join('packages', path)}`);
  if (drifted.length > 0) {
    console.error('Generated code does not match spec/. Run "npm run generate" and commit the result.');
    process.exitCode = 1;
  } else {
    console.log(`${files.size} generated files match spec/.`);
  }
} else {
  const changed = await writeFiles(values.out, files);
  for (const path of changed) console.log(`wrote ${join('packages', path)}`);
  console.log(`${changed.length} of ${files.size} generated files changed.`);
}
