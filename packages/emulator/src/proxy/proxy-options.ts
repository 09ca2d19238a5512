import type { Region } from '@convapi/core';
import { EmulatorError } from '../emulator-error.ts';

/** The real project that calls are passed on to. */
export interface ProxyOptions {
  /** The region of its apps. */
  region: Region;
  projectId: string;
  keyId: string;
  keySecret: string;
  /**
   * Where the service is, if not at the hosts of Sinch: one address for all, with the batch API below `/batch` and the token endpoint at
   * `/oauth2/token`, as the emulator itself has them.
   */
  target?: string;
}

/** Base addresses of the service. */
export interface ServiceHosts {
  conversation: string;
  template: string;
  batch: string;
  token: string;
}

export function toHosts({ region, target }: ProxyOptions): ServiceHosts {
  if (target !== undefined) {
    const base = target.replace(/\/+$/, '');
    return { conversation: base, template: base, batch: `${base}/batch`, token: `${base}/oauth2/token` };
  }
  return {
    conversation: `https://${region}.conversation.api.sinch.com`,
    template: `https://${region}.template.api.sinch.com`,
    batch: `https://${region}.conversationbatch.api.sinch.com`,
    token: 'https://auth.sinch.com/oauth2/token',
  };
}

/** @throws {@link EmulatorError} naming what is missing */
export function checkProxyOptions(options: ProxyOptions): void {
  for (const name of ['region', 'projectId', 'keyId', 'keySecret'] as const) {
    if (!options[name])
      throw new EmulatorError(`The option proxy.${name} is missing. Give the project and the access key that calls are passed on with.`);
  }
  if (options.target !== undefined && !/^https?:$/.test(URL.canParse(options.target) ? new URL(options.target).protocol : '')) {
    throw new EmulatorError('The option proxy.target is not an http or https URL. Leave it out for the hosts of Sinch.');
  }
}
