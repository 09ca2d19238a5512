import { greet } from '../../lib/conversation';
import { server } from '../../lib/server';

export async function POST(request: Request) {
  const { phone } = (await request.json()) as { phone: string };
  const { conversation, appId } = server();
  return Response.json(await greet(conversation, appId, phone), { status: 202 });
}
