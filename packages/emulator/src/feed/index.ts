/** The newest changes, numbered, for whoever follows them at a pace of their own. */
export { createFeed, type Feed, type Gap, type Numbered } from './feed.ts';
export { type Watchers, watchNotes } from './watch-notes.ts';
