import { Hono } from 'hono';
import { fetchMedia, MediaError } from '../../media/fetch-media.ts';
import { isUploadType, keepUpload, MAX_UPLOAD_BYTES } from '../../media/uploads.ts';
import type { SignedEnv } from '../../people/sessions.ts';
import { type ApiContext, baseUrlOf } from '../api-context.ts';
import { problem } from '../problem.ts';
import { limitBody } from '../read-json.ts';

/** `/api/media` and `/api/uploads`: files of contacts, and files for them. */
export function mediaRoutes(context: ApiContext): Hono<SignedEnv> {
  const { db, allowPrivateMedia, now } = context;
  const routes = new Hono<SignedEnv>();
  routes.get('/media', async (c) => {
    try {
      return await fetchMedia({
        url: c.req.query('url') ?? '',
        range: c.req.header('range'),
        allowPrivate: allowPrivateMedia,
        signal: c.req.raw.signal,
      });
    } catch (error) {
      if (error instanceof MediaError) return problem(c, error.status, error.message);
      throw error;
    }
  });
  routes.post('/uploads', limitBody(MAX_UPLOAD_BYTES), async (c) => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!isUploadType(type)) return problem(c, 415, `No channel takes files of the type "${type}".`);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.byteLength === 0) return problem(c, 400, 'The file is empty.');
    const file = { name: c.req.query('name') ?? '', type, bytes, at: new Date(now()) };
    return c.json(await keepUpload(db, baseUrlOf(context, c.req.url), file), 201);
  });
  return routes;
}
