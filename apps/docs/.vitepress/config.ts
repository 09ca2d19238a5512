import { transformerTwoslash } from '@shikijs/vitepress-twoslash';
import type { ShikiTransformer } from 'shiki';
import { defineConfig } from 'vitepress';
import { compilerOptions } from './compiler-options.ts';
import { sidebarOf } from './sidebar.ts';

/** Where the site is served below its host, for example `/convapi/` on GitHub Pages. */
const base = process.env.DOCS_BASE ?? '/';

export default defineConfig({
  title: 'convapi',
  description:
    'A TypeScript toolkit for the Sinch Conversation API: send and receive over SMS, RCS, WhatsApp and more, and try all of it on your machine.',
  lang: 'en',
  base,
  srcDir: 'src',
  outDir: 'dist',
  cleanUrls: true,
  lastUpdated: false,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }]],
  markdown: {
    theme: { light: 'github-light', dark: 'github-dark' },
    // made for a later Shiki than VitePress has; the hooks that it uses are the same in both
    codeTransformers: [transformerTwoslash({ twoslashOptions: { compilerOptions } }) as unknown as ShikiTransformer],
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'convapi-handset' } } },
  themeConfig: {
    logo: '/logo.svg',
    search: { provider: 'local' },
    nav: [
      { text: 'Start', link: '/start/', activeMatch: '^/start/' },
      { text: 'Guides', link: '/guides/', activeMatch: '^/(guides|troubleshooting)/' },
      { text: 'Concepts', link: '/concepts/', activeMatch: '^/(concepts/|channels)' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Migrate', link: '/migrate/', activeMatch: '^/migrate/' },
      { text: 'Compare', link: '/compare' },
    ],
    sidebar: sidebarOf('src'),
    socialLinks: [{ icon: 'github', link: 'https://github.com/convapi/convapi' }],
    footer: { message: 'Unofficial: not made or endorsed by Sinch or by any channel. MIT licensed.' },
  },
});
