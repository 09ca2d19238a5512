import type { HeadConfig, PageData } from 'vitepress';

/** 1200 × 630, made by scripts/social-picture.mjs. */
const PICTURE = 'social.webp';

/** What search engines, chats and coding agents read of a page. */
export function headOf(page: PageData, url: string): HeadConfig[] {
  // the page for what is not there has no address
  if (page.relativePath === '404.md') return [['meta', { name: 'robots', content: 'noindex' }]];
  const address = url + page.relativePath.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
  const title = page.relativePath === 'index.md' ? `${page.title}: ${page.titleTemplate || page.description}` : page.title;
  const property = (name: string, content: string): HeadConfig => ['meta', { property: name, content }];
  return [
    ['link', { rel: 'canonical', href: address }],
    ['link', { rel: 'alternate', type: 'text/markdown', href: url + page.relativePath }],
    property('og:type', 'website'),
    property('og:site_name', 'convapi'),
    property('og:title', title),
    property('og:description', page.description),
    property('og:url', address),
    property('og:image', url + PICTURE),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', 'Phones that show one message as six channels do'),
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ];
}
