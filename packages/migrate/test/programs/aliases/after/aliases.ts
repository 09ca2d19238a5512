import { clientCredentials } from "@convapi/auth"
import { type ConversationClient, createConversationClient } from "@convapi/client"

const conversation = createConversationClient({
  projectId: process.env.SINCH_PROJECT_ID!,
  region: 'br',
  auth: clientCredentials({ keyId: process.env.SINCH_KEY_ID!, keySecret: process.env.SINCH_KEY_SECRET! }),
})
const { contacts: people, messages } = conversation

export const service: ConversationClient = conversation

export async function names() {
  const found: (string | undefined)[] = []
  for await (const one of people.list({ page_size: 20 })) found.push(one.display_name)
  await service['messages']['get']('01M')
  await messages?.delete('01M')
  return found
}
