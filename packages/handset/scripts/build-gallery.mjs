// Writes .gallery/index.html: every state of every phone, to look at and to test. Opens from the disk, without a server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { TARGET } from './css-as-text.mjs';

const folder = process.argv[2] ?? '.gallery';
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phones of @convapi/handset</title>
<link rel="stylesheet" href="gallery.css">
<script src="gallery.js" defer></script>
</head>
<body></body>
</html>
`;

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/index.html`, PAGE);
await build({
  entryPoints: ['gallery/gallery.tsx', 'gallery/gallery.css'],
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'iife', // browsers load no modules from the disk
  target: TARGET,
  logLevel: 'warning',
});
if (process.argv[2] === undefined) console.log(`Open ${resolve(folder, 'index.html')}`);
