/** What a message would be on each channel. */
export { transcodeMessage } from './transcode-message.ts';
