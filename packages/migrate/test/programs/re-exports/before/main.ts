import { ConversationRegion, SinchClient } from './sdk';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: ConversationRegion.EUROPE });

export const app = () => sinch.conversation.app.get({ app_id: '01APP' });
