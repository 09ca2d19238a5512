import batch from '../../batch.openapi.json' with { type: 'json' };
import conversation from '../../openapi.json' with { type: 'json' };

/**
 * Both OpenAPI documents as values, for code of ours that checks against them. As a module and not as files, so that
 * bundlers carry them along. In the published package they are without descriptions; `@convapi/core/openapi.json` has all.
 */
export const documents: Readonly<Record<'conversation' | 'batch', object>> = { conversation, batch };
