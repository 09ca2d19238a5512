// The picture that chats show beside a link to the site: 1200 × 630, from the picture of the console's wall. Needs Chromium.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const WIDTH = 1200;
const HEIGHT = 630;
const QUALITY = 82;

const dataUrl = (path, type) => `data:${type};base64,${readFileSync(new URL(path, import.meta.url)).toString('base64')}`;
const wall = dataUrl('../../../docs/images/console-wall.webp', 'image/webp');
const logo = dataUrl('../src/public/logo.svg', 'image/svg+xml');

const html = `<!doctype html><meta charset="utf-8"><style>
  * { box-sizing: border-box; margin: 0 }
  body { width: ${WIDTH}px; height: ${HEIGHT}px; overflow: hidden; background: linear-gradient(120deg, #eef2ff, #e0e7ff); color: #1e1b4b;
    font: 30px/1.35 "Liberation Sans", Arial, sans-serif; position: relative }
  .words { position: absolute; left: 64px; top: 84px; width: 470px }
  h1 { font-size: 76px; line-height: 1; margin: 20px 0 28px; letter-spacing: -2px }
  small { display: block; margin-top: 34px; font-size: 21px; color: #4338ca }
  .wall { position: absolute; left: 570px; top: 70px; width: 1000px; border-radius: 18px; box-shadow: 0 20px 60px #31298044 }
</style>
<div class="words"><img src="${logo}" width="72" height="72" alt=""><h1>convapi</h1>
<p>The Conversation API in TypeScript: SMS, RCS, WhatsApp and nine more channels, on your machine.</p><small>Unofficial. Not made by Sinch.</small></div>
<img class="wall" src="${wall}" alt="">`;

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
await page.setContent(html, { waitUntil: 'load' });
const png = await page.screenshot({ type: 'png' });
// Chromium writes WebP, too, from a canvas
const webp = await page.evaluate(
  async ({ url, quality }) => {
    const image = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
    return Array.from(bytes);
  },
  { url: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY / 100 },
);
writeFileSync(new URL('../src/public/social.webp', import.meta.url), Uint8Array.from(webp));
await browser.close();
