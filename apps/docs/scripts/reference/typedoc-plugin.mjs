import { posix } from 'node:path';
import { Converter, IntrinsicType, ReflectionKind } from 'typedoc';
import { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import { entriesOf, PACKAGES } from './package-entries.mjs';

/** Headings that are the same below every export: nobody looks for them, and the search would find each a thousand times. */
const LABELS =
  /^#{4,6} (Parameters|Returns|Throws|Examples?|See|Properties|Methods|Type Parameters|Type Declaration|Remarks|Deprecated|Default Value|Extended by|Extends|Inherited from|Overrides|Call Signature|Union Members|Accessors|Constructors|Indexable)$/gm;

/** What stands in descriptions of pages, by package. */
const ABOUT = {
  client: 'Calls of the Sinch Conversation API: the client, its options, retries, transports and hooks.',
  auth: 'Credentials for the Sinch Conversation API: OAuth2 client credentials, Basic, and a token of your own.',
  'webhook-verifier': 'Verified, typed callbacks of the Sinch Conversation API, and adapters for frameworks.',
  'message-builder': 'Messages, choices and recipients of the Sinch Conversation API, and what each channel makes of them.',
  emulator: 'The Sinch Conversation API on a laptop: how it is started, controlled and used in tests.',
  handset: 'Phones that show messages of the Sinch Conversation API, as Preact components and as a custom element.',
  core: 'Errors, lists of values and guards that the packages share.',
};

/**
 * Names modules as they are imported, puts each on the page of its entry, and gives pages the front matter that the sidebar reads.
 *
 * @param {import('typedoc-plugin-markdown').MarkdownApplication} app
 */
export function load(app) {
  const entries = entriesOf();
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const source = context.project.getSymbolIdFromReflection(module)?.fileName ?? module.sources?.[0]?.fullFileName;
      const entry = entries.find((one) => source?.endsWith(one.source.split('/packages/')[1] ?? ''));
      if (!entry) throw new Error(`The module ${module.name} is no entry of a package.`);
      module.name = entry.page;
    }
  });
  // the values of the rule book are no type that anybody reads: docs/limits.md has them as tables
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const variable of project.getReflectionsByKind(ReflectionKind.Variable)) {
      const file = project.getSymbolIdFromReflection(variable)?.fileName ?? '';
      if (file.includes('/message-builder/src/generated/')) variable.type = new IntrinsicType('object');
    }
  });
  // a comment may name what another package exports, which its file has no reason to import
  app.converter.addUnknownSymbolResolver((reference, reflection, link) => {
    if (!link) return undefined;
    const name = reference.symbolReference?.path?.map(({ path }) => path).join('.');
    const modules = reflection.project.getReflectionsByKind(ReflectionKind.Module);
    const target = modules.flatMap((module) => module.children ?? []).find((one) => one.name === name);
    return target && { target };
  });
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    const entry = entries.find((one) => page.url.replace(/\.md$/, '') === one.page);
    const title = entry?.name ?? 'Packages';
    const description = entry
      ? descriptionOf(entry, page.model.project)
      : 'What each package exports, with every option, default and error.';
    const order = entry ? 1 + PACKAGES.indexOf(entry.package) : 2;
    const head = [
      '---',
      `title: "${title}"`,
      `description: ${JSON.stringify(description)}`,
      `order: ${order}`,
      'pageClass: reference',
      'outline: [2, 3]',
      'editLink: false',
      '---',
      '',
    ];
    // nothing links to the rows of tables, and their ids come more than once on a page
    const content = (page.contents ?? '')
      .replace(/^# .*$/m, `# ${title}`)
      .replace(/<a id="[^"]*"><\/a> /g, '')
      .replace(LABELS, '**$1**')
      // what stood below a label now stands below the export
      .replace(/^####(##?) /gm, (_, deeper) => `###${deeper} `)
      .replace(/^### (.+)$/gm, (heading, name) => `${heading} {#${idOf(name)}}`)
      .replace(/\[([^\]]+)\]\(([^)\s]*)#([^)\s]+)\)/g, (link, text, target, id) => withAnchor(page, link, text, target, id));
    page.contents = `${head.join('\n')}\n${entry ? content : overview(entries, page.model.project)}`;
  });
}

/**
 * The id of the heading of an export is its name: `text()` → `text`, `KeyedBy\\<Known, Value\\>` → `KeyedBy`.
 *
 * @param {string} heading
 */
function idOf(heading) {
  return heading.replace(/\(\)|\\?<.*|&lt;.*/g, '').replaceAll('\\', '');
}

/**
 * A link to an export leads to its heading. TypeDoc counts headings of the same words as it wrote them, rows of tables included; here
 * only exports have an id of their own, which tells `Unrecognized` from `unrecognized`.
 *
 * @param {import('typedoc-plugin-markdown').MarkdownPageEvent} page
 * @param {string} link
 * @param {string} text
 * @param {string} target
 * @param {string} id
 */
function withAnchor({ url, model }, link, text, target, id) {
  if (/^(https?:|\/)/.test(target)) return link;
  const path = (target === '' ? url : posix.join(posix.dirname(url), target)).replace(/\.md$/, '');
  const module = model.project.getReflectionsByKind(ReflectionKind.Module).find(({ name }) => name === path);
  const names = (module?.children ?? []).map(({ name }) => name);
  const lower = id.replace(/-\d+$/, '');
  const fitting = names.filter((name) => name.toLowerCase() === id || name.toLowerCase() === lower);
  const named = fitting.find((name) => name === text.replace(/[`\\()]/g, '')) ?? fitting[0];
  if (named !== undefined) return `[${text}](${target}#${named})`;
  return target === '' ? text : `[${text}](${target})`;
}

/**
 * @param {ReturnType<typeof entriesOf>} entries
 * @param {import('typedoc').ProjectReflection} project
 */
function overview(entries, project) {
  const rows = PACKAGES.flatMap((name) => entries.filter((one) => one.package === name)).map(
    ({ name, page, package: folder }) =>
      `| [\`${name}\`](./${page}.md) | ${page.endsWith('/index') ? ABOUT[folder] : exportsOf(project, page)} |`,
  );
  const words = 'Every export of every package, from the comments in their sources.';
  return ['# Packages', '', words, '', '| Import from | What it has |', '| --- | --- |', ...rows, ''].join('\n');
}

/**
 * @param {ReturnType<typeof entriesOf>[number]} entry
 * @param {import('typedoc').ProjectReflection} project
 */
function descriptionOf(entry, project) {
  return entry.page.endsWith('/index')
    ? ABOUT[entry.package]
    : `What ${entry.name} exports: ${exportsOf(project, entry.page).replaceAll('`', '')}.`;
}

/**
 * The functions and classes of an entry; of one without, all that it exports.
 *
 * @param {import('typedoc').ProjectReflection} project
 * @param {string} page
 */
function exportsOf(project, page) {
  const all = project.getReflectionsByKind(ReflectionKind.Module).find((module) => module.name === page)?.children ?? [];
  const callable = all.filter((one) => one.kindOf([ReflectionKind.Function, ReflectionKind.Class]));
  return (callable.length > 0 ? callable : all).map(({ name }) => `\`${name}\``).join(', ');
}
