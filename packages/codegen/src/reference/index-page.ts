import type { Spec } from '../load-spec.ts';
import type { Schema } from '../openapi.ts';
import type { Host } from '../read-operations.ts';
import { fieldsOf } from './fields.ts';
import { hostByRegion } from './hosts.ts';
import { collapsed, fence, frontMatter, prose, table } from './markdown.ts';
import { operationAddress, REGION, type Reference, ROOT } from './reference.ts';
import { resourceTitle } from './resource-page.ts';
import { RETRIES } from './retries.ts';

const HOSTS: readonly [Host, string][] = [
  ['conversation', 'Conversation API'],
  ['template', 'Templates'],
  ['batch', 'Batches'],
];

/** The first page: every operation, and what they have in common. */
export function indexPage(reference: Reference, order: number): string {
  const resources = [...new Set(reference.operations.map(({ resource }) => resource))];
  return [
    ...frontMatter({
      title: 'API by operation',
      description: `Every operation of the Sinch Conversation API (${reference.operations.length}), each with a program in TypeScript and one in curl.`,
      order,
    }),
    `The API has ${reference.operations.length} operations. Each has a program in TypeScript and one in curl; both run as they are against [the emulator](/reference/packages/emulator/). This reference is unofficial. It is made from the OpenAPI document of convapi.`,
    '',
    ...resources.flatMap((resource) => resourceTable(reference, resource)),
    ...common(reference),
  ].join('\n');
}

function resourceTable({ operations }: Reference, resource: string): string[] {
  const own = operations.filter((one) => one.resource === resource);
  const rows = own.map((one) => [`[${one.summary}](${operationAddress(one)})`, `\`conversation.${resource}.${one.name}\``] as const);
  return [`## ${resourceTitle(resource)}`, '', ...table(['Operation', 'Method'], rows)];
}

const CLIENT = `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const auth = clientCredentials({ keyId: 'your-key-id', keySecret: 'your-key-secret' });
const conversation = createConversationClient({ projectId: 'your-project-id', region: '${REGION}', auth });

for await (const app of conversation.apps.list()) console.log(app.id, app.display_name);`;

function common(reference: Reference): string[] {
  const { spec } = reference;
  return [
    '## Hosts and regions {#hosts}',
    '',
    'An app lives in one region, with its contacts, conversations and templates. The host of another region answers `404`.',
    '',
    ...table(
      ['Host', 'Addresses'],
      HOSTS.map(([host, name]) => [
        name,
        hostByRegion(spec, host)
          .map(([, url]) => `\`${url}\``)
          .join('<br>'),
      ]),
    ),
    '## The client {#client}',
    '',
    ...fence('ts twoslash', CLIENT),
    'It gets and renews tokens by itself. Path parameters come first, then the body, then the query, then options of the call.',
    '',
    '## A token for curl {#curl}',
    '',
    ...fence('sh', curlSetup(spec)),
    'A token lives one hour. On the emulator, use the addresses that it prints in place of the hosts.',
    '',
    '## Errors {#errors}',
    '',
    `Every error has the same body, ${reference.linkTo('RuntimeError')}. The client throws it as an [\`ApiError\`](/reference/packages/client/) with \`status\`, \`code\` and \`details\`.`,
    '',
    ...table(['Status', 'Meaning'], errorRows(spec)),
    ...collapsed('Fields of an error', fieldsOf(reference, ref('RuntimeError'))),
    '## Retries {#retries}',
    '',
    'The client sorts operations by what happens when a call is repeated:',
    '',
    ...Object.values(RETRIES).map((words) => `- ${words}`),
    '',
    'There are at most three more attempts, with waits that grow from half a second. `Retry-After` and `RetryInfo` are obeyed up to 30 seconds. Change it with `retry` of the client or of a call.',
    '',
    '## Lists {#lists}',
    '',
    '`await` gives the first page of a list. `for await` gives every item, and asks for pages as it goes. With curl, send `next_page_token` of an answer as `page_token` of the next call, and keep all other parameters.',
    '',
    `More: [callbacks](${ROOT}/callbacks), [types](${ROOT}/schemas/).`,
    '',
  ];
}

function curlSetup(spec: Spec): string {
  const flow = Object.values(spec.conversation.components.securitySchemes ?? {}).find(({ flows }) => flows?.clientCredentials);
  const url = flow?.flows?.clientCredentials?.tokenUrl ?? '';
  return [
    'SINCH_PROJECT_ID=your-project-id',
    `TOKEN=$(curl -s -u your-key-id:your-key-secret -d grant_type=client_credentials ${url} |`,
    `  sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
  ].join('\n');
}

/** The status that each shared response of the document stands for, and what it means. */
function errorRows({ conversation }: Spec): [string, string][] {
  const responses = Object.values(conversation.paths)
    .flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete])
    .flatMap((operation) => Object.entries(operation?.responses ?? {}));
  const statusOf = new Map(
    responses.flatMap(([status, response]) => ('$ref' in response ? [[nameOf(response.$ref), status] as const] : [])),
  );
  return Object.entries(conversation.components.responses ?? {}).map(([name, { description = '' }]) => [
    `\`${statusOf.get(name) ?? name}\``,
    prose(description),
  ]);
}

function nameOf(reference: string): string {
  return reference.split('/').pop() ?? '';
}

function ref(schema: string): Schema {
  return { $ref: `#/components/schemas/${schema}` };
}
