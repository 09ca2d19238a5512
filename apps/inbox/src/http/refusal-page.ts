import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { ICON } from '../page/icon.ts';
import { BASE } from '../page/styles/base.ts';

const STYLES = `${BASE}
.refusal { flex: none; margin: auto; display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; max-width: 440px; padding: 32px; }
.refusal svg { width: 44px; height: 44px; border-radius: 11px; }
.refusal h1 { font-size: 21px; font-weight: 650; letter-spacing: -.01em; }
.refusal p { color: var(--muted); }
.refusal code { padding: 10px 12px; border: 1px solid var(--line); border-radius: 9px; background: var(--surface); }
`;

/** The page loads nothing, and nothing that was sent is on it. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * A browser keeps the cookie back when a link elsewhere, e.g. in a terminal that is a web page, leads here, and sends it
 * when the page itself leads on.
 */
const ONCE_MORE = '<meta http-equiv="refresh" content="0; url=/">';

/** What people see who have no key: where to find it. */
export function refusalPage(c: Context, detail: string): Response {
  const cameFromElsewhere = c.req.header('sec-fetch-site') === 'cross-site' && c.req.query('key') === undefined;
  c.header('content-security-policy', POLICY);
  c.header('referrer-policy', 'no-referrer');
  c.header('x-content-type-options', 'nosniff');
  return c.html(toPage(detail, c.req.path === '/' && cameFromElsewhere ? ONCE_MORE : ''), 401);
}

function toPage(detail: string, more: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inbox: key needed</title>
${more}<style>${STYLES}</style>
</head>
<body>
<main class="refusal">
${ICON}
<h1>This inbox needs its key</h1>
<p>${detail}</p>
<p>It is in the terminal or the log of the inbox, and looks like this:</p>
<code>http://127.0.0.1:4020/?key=…</code>
</main>
</body>
</html>
`;
}
