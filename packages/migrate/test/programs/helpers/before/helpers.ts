import { Conversation, SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });
const { messageBuilder } = Conversation;

export const greeting = (text: string) => Conversation.messageBuilder.text({ text });
export const card = Conversation.messageBuilder.card({
  title: 'Order 17',
  choices: [{ text_message: { text: 'Track' } }],
});
export const menu = Conversation.messageBuilder.list({
  title: 'Lunch',
  sections: [{ items: [Conversation.listSectionHelper.buildChoiceItem({ title: 'Soup' })] }],
});
export const content = Conversation.templateV1Helper.buildTextMessageContent({ text: 'Hello' });

export async function keep(template_id: string) {
  const template = await sinch.conversation.templatesV2.get({ template_id });
  return Conversation.templateV2Helper.getPreviousTranslations(template.translations);
}

export const taken = messageBuilder.text({ text: 'Hello' });
