import { readFileSync } from 'node:fs';

const RESULTS = new URL('../../../../packages/benchmarks/RESULTS.md', import.meta.url);
const OURS = 'convapi';
const VENDOR = '@sinch/conversation';
/** Differences below this are noise. */
const NOTICED = 0.05;

/** Tables of the results by how they begin, and how the page calls them. */
const SHOWN = [
  ['sends at 50 in flight', 'Sends, 50 under way'],
  ['processor time of a send', 'Processor time of a send'],
  ['pages of 20, one after the other', 'Walking over a list'],
  ['processor time of a page', 'Processor time of a page of a list'],
  ['bundle that sends one text', 'Bundle that sends one text, gzip'],
  ['bundle that verifies one webhook', 'Bundle that verifies one callback, gzip'],
  ['bundle that builds one card', 'Bundle that builds one card, gzip'],
  ['cold import, over an empty process', 'Cold import'],
  ['processor time of a cold import', 'Processor time of a cold import'],
  ['verifications of 1 KB', 'Verifying a callback of 1 KB'],
  ['verifications of 16 KB', 'Verifying a callback of 16 KB'],
  ['cards with two buttons', 'Building a card with two buttons'],
  ['tsc on a file that sends', 'Type check of a file that sends'],
  ['type instantiations', 'Type instantiations of that file'],
  ['sends taken, of 500 cold clients', 'Sends taken, of 500 clients that start at once'],
  ['until the last of those sends was taken', 'Time until the last of those was taken'],
  ['token requests of 500 cold clients', 'Token requests of those 500 clients'],
  ['emulator, messages:send with callbacks', 'Emulator: sends, callbacks included'],
  ['emulator, 99 of 100 sends answered within', 'Emulator: 99 of 100 sends answered within'],
];

/** @returns {string} the page that compares, from the results of the benchmarks */
export function compare(text = readFileSync(RESULTS, 'utf8')) {
  const tables = SHOWN.map(([begin, title]) => ({ title, ...readTable(text, begin) }));
  const compared = tables.flatMap((table) =>
    table.rows.filter(({ subject }) => !subject.startsWith(OURS)).flatMap((row) => judge(table, row)),
  );
  return `---
title: How it compares
description: Speed, size and behaviour of convapi beside the vendor's SDK and others, measured, better and worse.
order: 1
---

<!-- Written by apps/docs/scripts/migrate/write-pages.mjs from packages/benchmarks/RESULTS.md. Do not edit. -->

# How it compares

The figures come from the benchmarks of this repository. ${machineOf(text)} The vendor's packages are version ${vendorVersion()}. Each subject runs with its defaults, against a server on the same machine.

::: warning What such figures can say
One machine, no network, and we wrote both the toolkit and the benchmark. Take the ratios, not the values. [Run it again](#run-it-again) before you decide by them. A real network adds the same time to every client, so differences in throughput shrink.
:::

## Beside the vendor's SDK

| measured | convapi | \`${VENDOR}\` | ours is |
| -------- | ------- | --------------------- | ------- |
${tables.flatMap((table) => vendorRow(table)).join('\n')}

## Where others are better

${listOf(compared.filter(({ isBetter }) => !isBetter))}

A client by hand is faster or smaller because it does less: no retries, no renewal of tokens, no check of what is sent. "By hand" means that: a token asked for once, and one request.

## Where convapi is better

${aheadOf(compared.filter(({ isBetter }) => isBetter))}

Of 500 clients that start at the same moment, the vendor's are done sooner, and more than half of them fail. Ours wait for the limit of the token endpoint, so all of them get through.

## What goes wrong once, and who comes through

${faultsOf(text)}

## What convapi does not have

- Other domains: SMS, voice, numbers, fax, verification and SIP trunking are in the vendor's SDK only.
- The vendor behind it: questions about this toolkit go to its repository, not to the vendor's support.
- Years in use: this toolkit is new.
- Other languages: the vendor has SDKs for Java, Python and .NET.

## Targets that are missed

${missedOf(text)}

## All figures

${tables.map(showTable).join('\n')}
## Run it again

\`\`\`sh
npm run bench
\`\`\`

<!-- not run: it takes 15 to 20 minutes -->

in a [checkout of the repository](https://github.com/convapi/convapi). It takes 15 to 20 minutes on two quiet cores. What each figure means, and how it is measured, is in the [README of the benchmarks](https://github.com/convapi/convapi/blob/main/packages/benchmarks/README.md).
`;
}

/** A table of the results: its rows have a subject, a value, and what that is to ours. */
export function readTable(text, begin) {
  const at = text.indexOf(`\n${begin}`);
  if (at === -1) throw new Error(`packages/benchmarks/RESULTS.md has no longer a table "${begin}".`);
  const [head = '', ...lines] = text
    .slice(at + 1)
    .split('\n\n')[0]
    .split('\n');
  const end = head.search(/\s+value\b/);
  const rows = lines.flatMap((line) => {
    const found = /^(\S.*?) {2,}([\d.,]+ \S+)(?: +([\d.,]+) ×)?/.exec(line);
    return found && !line.startsWith('budget')
      ? [{ subject: found[1].trim(), value: found[2], ratio: found[3] ? Number(found[3].replace(',', '')) : undefined }]
      : [];
  });
  const date = dateOf(text, at);
  return { heading: head.slice(0, end), rows, date, isMore: head.includes('more is better'), isLess: head.includes('less is better') };
}

/** The date of the run that a place in the results belongs to. */
function dateOf(text, at) {
  const older = /^## From the run of (\d{4}-\d{2}-\d{2})/m.exec(text);
  const newest = /on (\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (!newest) throw new Error('packages/benchmarks/RESULTS.md does not say when the run was.');
  return older && at > older.index ? older[1] : newest;
}

function machineOf(text) {
  const machine = /\((Node [^)]+)\)/.exec(text)?.[1];
  if (!machine) throw new Error('packages/benchmarks/RESULTS.md does not say on which machine the run was.');
  const dates = [...new Set([dateOf(text, 0), dateOf(text, text.length)])].sort();
  return `They were measured on ${dates.join(' and ')}, with ${machine}.`;
}

function vendorVersion() {
  const workspace = readFileSync(new URL('../../../../pnpm-workspace.yaml', import.meta.url), 'utf8');
  const version = /"@sinch\/conversation": (\S+)/.exec(workspace)?.[1];
  if (!version) throw new Error('pnpm-workspace.yaml does not name the version of @sinch/conversation.');
  return version;
}

/** Whether a peer's figure is better than ours; nothing where nobody wants more or less of it. */
function judge({ title, isMore, isLess, rows }, { subject, value, ratio }) {
  if (ratio === undefined || (!isMore && !isLess) || Math.abs(ratio - 1) <= NOTICED) return [];
  const ours = rows.find((row) => row.subject === OURS)?.value ?? '';
  return [{ title, subject, value, ours, ratio, isBetter: isMore ? ratio < 1 : ratio > 1 }];
}

function listOf(found) {
  const rows = found.map(
    ({ title, subject, value, ours, ratio }) => `| ${title} | ${ours} | \`${subject}\` | ${value} | ${times(ratio)} |`,
  );
  return `| measured | convapi | other | its value | to ours |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}

/** Whom we are ahead of, a row for what was measured. */
function aheadOf(found) {
  const titles = [...new Set(found.map(({ title }) => title))];
  const rows = titles.map((title) => {
    const others = found.filter((one) => one.title === title);
    return `| ${title} | ${others[0].ours} | ${others.map(({ subject, ratio }) => `\`${subject}\` ${times(ratio)}`).join(', ')} |`;
  });
  return `| measured | convapi | others, to ours |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function vendorRow(table) {
  const [ours, vendor] = [OURS, VENDOR].map((subject) => table.rows.find((row) => row.subject === subject));
  if (!ours || !vendor || vendor.ratio === undefined) return [];
  const [judged] = judge(table, vendor);
  const word = judged ? (judged.isBetter ? '**better**' : 'worse') : table.isMore || table.isLess ? 'about the same' : 'neither';
  return [`| ${table.title} | ${ours.value} | ${vendor.value} | ${word} |`];
}

function showTable({ title, rows, date, isMore, isLess }) {
  const wish = isMore ? ', more is better' : isLess ? ', less is better' : '';
  const lines = rows.map(({ subject, value, ratio }) => `| \`${subject}\` | ${value} | ${ratio === undefined ? '' : times(ratio)} |`);
  return `### ${title}\n\nRun of ${date}${wish}.\n\n| | value | to ours |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
}

function times(ratio) {
  return `${ratio} ×`;
}

function missedOf(text) {
  const at = /^## Missed[^\n]*\n\n/m.exec(text);
  if (!at) return 'None in this run.';
  const list = text.slice(at.index + at[0].length).split('\n\n')[0];
  return list.replaceAll('](../../docs/', '](https://github.com/convapi/convapi/blob/main/docs/');
}

/** The eight failures, a row each. */
function faultsOf(text) {
  const block = /```text\n( +1 +2 [\s\S]*?)```/.exec(text)?.[1];
  if (!block) throw new Error('packages/benchmarks/RESULTS.md has no longer a table of what goes wrong.');
  const answers = [...block.matchAll(/^(\S.*?) {2,}((?:yes|no|–)(?: +(?:yes|no|–))+)$/gm)].map(([, subject, line]) => [
    subject,
    line.trim().split(/ +/),
  ]);
  const faults = [...block.matchAll(/^(\d) {2}(.+)$/gm)].map(([, , what]) => what);
  const shown = answers.filter(([subject]) => [OURS, VENDOR, 'openapi-fetch by hand', 'undici by hand', 'twilio'].includes(subject));
  const head = `| | ${shown.map(([subject]) => `\`${subject}\``).join(' | ')} |\n| --- |${' --- |'.repeat(shown.length)}`;
  return `${head}\n${faults.map((what, index) => `| ${what} | ${shown.map(([, line]) => line[index]).join(' | ')} |`).join('\n')}`;
}
