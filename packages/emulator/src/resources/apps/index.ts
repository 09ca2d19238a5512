/** Apps, which of them there are, and for how long they keep what they exchange. */
export type { AppRecord } from './app-record.ts';
export { type AppsWorld, type AppTopics, createApp, deleteApp, getApp, listApps, updateApp } from './apps.ts';
export { appsIn, channelsOf, type KnownApps, requireApp } from './known-apps.ts';
export { modeOf } from './mode-of.ts';
export { conversationDays, expiryOf, isKept, type MessageSource, retentionDays } from './retention.ts';
export { type ChannelNews, tellChannelNews } from './tell-channel-news.ts';
