import { createRequire } from 'node:module';
import { CONSENTS_LIST_TYPES, WEBHOOK_TRIGGERS } from '@convapi/core';
import { createWebhookVerifier, memoryReplayGuard } from '@convapi/webhook-verifier';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePages } from '../../scripts/reference/make-pages.mjs';
import { SECRET, SIGNED_AT } from '../../scripts/reference/sign-callbacks.mjs';
import { addressesOf, linksOf, programsOf } from './pages.ts';

type Operations = Record<string, Record<string, { operationId?: string }>>;
interface Document {
  paths: Operations;
  components: { schemas: Record<string, unknown> };
}
const require = createRequire(import.meta.url);
const documents = ['openapi', 'batch.openapi'].map((name) => require(`@convapi/core/${name}.json`) as Document);
const operationIds = documents.flatMap(({ paths }) =>
  Object.values(paths).flatMap((item) => Object.values(item).flatMap(({ operationId }) => operationId ?? [])),
);
const schemaNames = [...new Set(documents.flatMap(({ components }) => Object.keys(components.schemas)))];

let pages: Map<string, string>;
let all: string;
beforeAll(async () => {
  pages = await makePages();
  all = [...pages.values()].join('\n');
}, 60_000);

describe('the pages of the API', () => {
  test('have every operation once, with a program in TypeScript and one in curl', () => {
    const told = [...all.matchAll(/\*\*Operation id:\*\* `(\w+)`/g)].map(([, id]) => id);
    expect(told.sort()).toEqual([...operationIds].sort());
    expect(operationIds.length).toBeGreaterThan(60);
    for (const language of ['ts twoslash [TypeScript]', 'sh [curl]'] as const) {
      expect(programsOf(pages, language).map(({ operationId }) => operationId)).toHaveLength(operationIds.length);
    }
  });

  test('have every type of the documents once', () => {
    const told = [...pages]
      .filter(([page]) => page.startsWith('schemas/'))
      .flatMap(([, text]) => [...text.matchAll(/^## (\w+) \{#\1\}$/gm)]);
    const names = told.map(([, name]) => name as string);
    expect(schemaNames.filter((name) => !names.includes(name))).toEqual([]);
    expect(names).toHaveLength(new Set(names).size);
  });

  test('have every field of every type, and say which are required', () => {
    const sections = new Map(all.split(/^(?=## \w+ \{#\w+\}$)/m).map((section) => [/^## (\w+)/.exec(section)?.[1], section]));
    for (const name of schemaNames) {
      for (const { field, isRequired } of fieldsOf(name)) {
        const row = sections
          .get(name)
          ?.split('\n')
          .find((line) => line.startsWith(`| \`${field}\`<br>`));
        expect(row, `${name}.${field}`).toBeDefined();
        if (isRequired) expect(row, `${name}.${field}`).toContain('**required**');
      }
    }
  });

  test('link only to pages and headings that are there', () => {
    const addresses = addressesOf(pages);
    const elsewhere = /^\/reference\/packages\/(client|emulator)\/$/;
    const dead = linksOf(pages).filter(({ page, link }) => {
      if (elsewhere.test(link)) return false;
      const own = `/reference/api/${page.replace(/\.md$/, '')}`;
      return !addresses.has(link.startsWith('#') ? own + link : link) && !/#(?:$)/.test(link);
    });
    expect(dead).toEqual([]);
    expect(linksOf(pages).length).toBeGreaterThan(1000);
  });

  test('begin with a title, a description of one line, and an order', () => {
    for (const [page, text] of pages) expect(text, page).toMatch(/^---\ntitle: ".+"\ndescription: ".+"\norder: \d+\n/);
  });

  test('hold no text that VitePress takes for a tag or an expression', () => {
    for (const [page, text] of pages) {
      const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
      const tags = [...prose.matchAll(/<(?!\/?(?:details|summary|code|br)>)[^\s]*/g)].map(([tag]) => tag);
      expect(tags, page).toEqual([]);
      expect(prose, page).not.toContain('{{');
    }
  });
});

/** The fields that a schema names itself, in its parts and alternatives. */
function fieldsOf(name: string): { field: string; isRequired: boolean }[] {
  interface Part {
    $ref?: string;
    properties?: Record<string, unknown>;
    required?: string[];
    allOf?: Part[];
    oneOf?: Part[];
    anyOf?: Part[];
  }
  const own = documents.map(({ components }) => components.schemas[name] as Part | undefined).find(Boolean) ?? {};
  const fields = ({ properties = {}, required = [] }: Part) =>
    Object.keys(properties).map((field) => ({ field, isRequired: required.includes(field) }));
  const alternatives = [...(own.oneOf ?? []), ...(own.anyOf ?? [])].flatMap(fields).map(({ field }) => ({ field, isRequired: false }));
  return [...fields(own), ...(own.allOf ?? []).filter((part) => !part.$ref).flatMap(fields), ...alternatives];
}

describe('the page of callbacks', () => {
  test('has a signed example of every trigger, each of which our verifier takes for what it is', async () => {
    const page = pages.get('callbacks.md') ?? '';
    const verifier = createWebhookVerifier({
      secrets: SECRET,
      now: () => SIGNED_AT * 1000,
      replayGuard: memoryReplayGuard(),
    });
    const sections = page.split(/^(?=## [A-Z_]+ \{#)/m).slice(1);
    expect(sections.map((section) => /^## (\w+)/.exec(section)?.[1]).sort()).toEqual([...WEBHOOK_TRIGGERS].sort());
    for (const section of sections) {
      const [, message = ''] = /^```http\n([\s\S]*?)\n```$/m.exec(section) ?? [];
      const [head = '', ...rest] = message.split('\n\n');
      const headers = Object.fromEntries(
        head
          .split('\n')
          .slice(1)
          .map((line) => line.split(': ') as [string, string]),
      );
      const event = await verifier.verify(rest.join('\n\n'), headers);
      expect(event.trigger).toBe(/^## (\w+)/.exec(section)?.[1]);
    }
  });

  test('would refuse an example of which one letter changed', async () => {
    const [, message = ''] = /^```http\n([\s\S]*?)\n```$/m.exec(pages.get('callbacks.md') ?? '') ?? [];
    const [head = '', body = ''] = message.split('\n\n');
    const headers = Object.fromEntries(
      head
        .split('\n')
        .slice(1)
        .map((line) => line.split(': ') as [string, string]),
    );
    const verifier = createWebhookVerifier({ secrets: SECRET, now: () => SIGNED_AT * 1000 });
    await expect(verifier.verify(body.replace('01HVN0B9', '01HVN0B8'), headers)).rejects.toMatchObject({ reason: 'signature_mismatch' });
  });
});

test('the values of a path that has few are told where it stands', () => {
  const section =
    pages
      .get('consents.md')
      ?.split('## ')
      .find((one) => one.includes('Consents_ListIdentities')) ?? '';
  for (const value of CONSENTS_LIST_TYPES) expect(section).toContain(value);
});
