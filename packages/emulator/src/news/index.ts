/** What apps are told, whoever tells it and however it gets there. */
export type { News, Publish, PublishJob } from './news.ts';
