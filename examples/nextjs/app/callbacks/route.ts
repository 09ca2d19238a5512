import { server } from '../../lib/server';

export const POST = (request: Request) => server().callbacks(request);
