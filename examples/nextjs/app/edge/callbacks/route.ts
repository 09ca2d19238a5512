import { server } from '../../../lib/server';

export const runtime = 'edge';
export const POST = (request: Request) => server().callbacks(request);
