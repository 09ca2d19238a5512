import { verify } from '@octokit/webhooks-methods';

export async function onCallback(request: Request): Promise<void> {
  const body = await request.text();
  if (!(await verify('secret', body, request.headers.get('x-hub-signature-256') ?? ''))) throw new Error('not from GitHub');
  console.log(JSON.parse(body));
}
