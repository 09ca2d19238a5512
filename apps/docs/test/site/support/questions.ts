/** What a reader types, and the pages that answer it. Written before the search was tuned. */
export interface Question {
  asked: string;
  /** Addresses of pages that answer, each as a pattern of the whole path below the base. */
  answeredBy: RegExp;
}

export const QUESTIONS: Question[] = [
  { asked: 'why was my message not delivered', answeredBy: /^troubleshooting\/why-not-delivered/ },
  { asked: 'verify webhook express', answeredBy: /^guides\/.*(verify|receive)/ },
  { asked: 'retry', answeredBy: /^guides\/.*(retries|retry)/ },
  { asked: 'rate limit', answeredBy: /^guides\/.*rate-limit/ },
  { asked: 'proxy', answeredBy: /^guides\/.*prox/ },
  { asked: 'rotate secret', answeredBy: /^guides\/.*(rotat|secret)/ },
  { asked: 'whatsapp template', answeredBy: /^guides\/.*template/ },
  { asked: '24 hour window', answeredBy: /^concepts\/.*window/ },
  { asked: 'sms parts', answeredBy: /^(channels|concepts\/transcoding)/ },
  { asked: 'fallback to sms', answeredBy: /^(guides\/.*fallback|concepts\/channel-choice)/ },
  { asked: 'test with vitest', answeredBy: /^guides\/.*test/ },
  { asked: 'delete contact data', answeredBy: /^guides\/.*(delet|person)/ },
  { asked: '404 not found wrong region', answeredBy: /^(concepts\/regions|start\/real-service|troubleshooting\/errors|guides\/.*region)/ },
  { asked: 'try without an account', answeredBy: /^start\/(emulator|index)?/ },
  { asked: 'dispatch or conversation mode', answeredBy: /^concepts\/processing-modes/ },
  { asked: 'opt out stop', answeredBy: /^concepts\/consents/ },
  { asked: 'migrate from sinch sdk', answeredBy: /^migrate\// },
  { asked: 'next.js webhook', answeredBy: /^guides\/.*(verify|receive)/ },
  { asked: 'multiple customers one server', answeredBy: /^guides\/.*(tenant|customer)/ },
  { asked: 'DeliveryUnknownError', answeredBy: /^(guides\/.*(lose|unknown|retries)|troubleshooting\/errors)/ },
  { asked: 'how many buttons on whatsapp', answeredBy: /^channels/ },
  { asked: 'send an image', answeredBy: /^guides\/.*media/ },
  { asked: 'signature mismatch', answeredBy: /^(troubleshooting\/errors|concepts\/callbacks|guides\/.*verify)/ },
  { asked: 'coding agent', answeredBy: /^start\/coding-agents/ },
];
