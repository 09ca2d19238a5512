interface Value {
  key: string;
  value: string;
  type: 'default' | 'secret';
  enabled: true;
}

export interface Environment {
  id: string;
  name: string;
  values: Value[];
  _postman_variable_scope: 'environment';
}

/** Addresses of the service, with `{region}` where the region goes. */
export interface Hosts {
  conversation: string;
  template: string;
  batch: string;
  token: string;
}

const SECRETS = ['CLIENT_SECRET', 'WEBHOOK_SECRET', 'SENDER_TOKEN'];

/** What `npx @convapi/emulator` prints; its callbacks go to this machine. */
export function emulatorEnvironment(): Environment {
  const origin = 'http://127.0.0.1:4010';
  return environment('3f5d2c0e-6f0b-4c55-9d0a-5a7d4f1c0001', 'convapi emulator', {
    PROJECT: '0e1a7040-0000-4000-8000-000000000001',
    CLIENT_ID: '0e1a7040-0000-4000-8000-00000000000a',
    CLIENT_SECRET: 'emulator-key-secret',
    REGION: 'us',
    BASE_URL: origin,
    TEMPLATE_URL: origin,
    BATCH_URL: `${origin}/batch`,
    TOKEN_URL: `${origin}/oauth2/token`,
    CONTROL_URL: `${origin}/_emulator`,
    CHANNEL: 'RCS',
    SENDER: 'sender',
    SENDER_TOKEN: 'any',
    PHONE: '46701234567',
    WEBHOOK_URL: 'http://127.0.0.1:3000/callbacks',
    WEBHOOK_SECRET: 'a secret of your own',
  });
}

/** The real service; what is empty is for its user to fill in. */
export function serviceEnvironment(hosts: Hosts): Environment {
  const ofRegion = (address: string) => address.replace('{region}', '{{REGION}}');
  return environment('3f5d2c0e-6f0b-4c55-9d0a-5a7d4f1c0002', 'Sinch', {
    PROJECT: '',
    CLIENT_ID: '',
    CLIENT_SECRET: '',
    REGION: 'eu',
    BASE_URL: ofRegion(hosts.conversation),
    TEMPLATE_URL: ofRegion(hosts.template),
    BATCH_URL: ofRegion(hosts.batch),
    TOKEN_URL: hosts.token,
    // Empty says: no emulator, so nothing is made on the side and nothing plays the contact.
    CONTROL_URL: '',
    CHANNEL: 'SMS',
    SENDER: '',
    SENDER_TOKEN: '',
    PHONE: '',
    WEBHOOK_URL: '',
    WEBHOOK_SECRET: '',
  });
}

function environment(id: string, name: string, values: Record<string, string>): Environment {
  return {
    id,
    name,
    values: Object.entries(values).map(([key, value]) => ({
      key,
      value,
      type: SECRETS.includes(key) ? 'secret' : 'default',
      enabled: true,
    })),
    _postman_variable_scope: 'environment',
  };
}
