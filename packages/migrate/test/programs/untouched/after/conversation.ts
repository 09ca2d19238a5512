// Looks alike, and is none of the vendor's: `@sinch/sdk-core` is only named in this comment.
class ConversationService {
  messages = { send: async (data: { sendMessageRequestBody: object }) => data };
}

export const sent = new ConversationService().messages.send({ sendMessageRequestBody: {} });
