import { createSignatureVerifier } from '@convapi/webhook-verifier';

const verifier = createSignatureVerifier({ secrets: 'secret' });

export async function onCallback(request: Request): Promise<void> {
  const body = await verifier.verify(request);
  console.log(JSON.parse(new TextDecoder().decode(body)));
}
