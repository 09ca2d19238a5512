import { ConversationRegion as Where, SinchClient as Client, type ConversationService } from "@sinch/sdk-core"

const { conversation } = new Client({
  projectId: process.env.SINCH_PROJECT_ID,
  keyId: process.env.SINCH_KEY_ID,
  keySecret: process.env.SINCH_KEY_SECRET,
  conversationRegion: Where.BRAZIL,
})
const { contact: people, messages } = conversation

export const service: ConversationService = conversation

export async function names() {
  const found: (string | undefined)[] = []
  for await (const one of people.list({ page_size: 20 })) found.push(one.display_name)
  await service['messages']['get']({ message_id: '01M' })
  await messages?.delete({ message_id: '01M' })
  return found
}
