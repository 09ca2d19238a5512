/** Messages: sent, reported on, kept, read. */
export { injectMessage } from './inject-message.ts';
export { keepMessage, lastMessageOf, type MessageKeeper } from './kept-messages.ts';
export type { MessageRecord } from './message-record.ts';
export { deleteMessage, getMessage, listLastMessages, listMessages, updateMessage } from './messages.ts';
export type { MessagesWorld } from './messages-world.ts';
export { checkSend, findSendViolations, type SendRules } from './sending/check-send.ts';
export { answerDelivery, deliver, giveUpWaiting, takeBack, tryChannel } from './sending/deliver.ts';
export type { DeliveryJob } from './sending/delivery-job.ts';
export { createOutboundQueue, type DrainJob } from './sending/outbound-queue.ts';
export { type ChannelPlan, planChannels } from './sending/plan-channels.ts';
export { acceptMessage, sendMessage } from './sending/send-message.ts';
export { type HandsetWorld, markRead } from './sending/show-on-handset.ts';
export { subscribeMessages } from './subscribe-messages.ts';
