import type { Spec } from '../load-spec.ts';
import type { Server } from '../openapi.ts';
import type { Host } from '../read-operations.ts';
import { REGION } from './reference.ts';

/** The server that a host of the API is. */
function serverOf({ conversation, batch }: Spec, host: Host): Server | undefined {
  if (host === 'batch') return batch.servers[0];
  if (host === 'conversation') return conversation.servers[0];
  return Object.values(conversation.paths).flatMap((item) => item.servers ?? [])[0];
}

/** The address of a host in each region. */
export function hostByRegion(spec: Spec, host: Host): [region: string, address: string][] {
  const { url = '', variables = {} } = serverOf(spec, host) ?? {};
  return (variables.region?.enum ?? [REGION]).map((region) => [region, url.replace('{region}', region)]);
}

/** The address of a host in the region of the examples. */
export function exampleHost(spec: Spec, host: Host): string {
  const found = hostByRegion(spec, host).find(([region]) => region === REGION);
  if (!found) throw new Error(`[@convapi/codegen] The ${host} host is not in the region ${REGION} of the examples.`);
  return found[1];
}
