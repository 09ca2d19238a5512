export { ConversationRegion, SinchClient } from '@sinch/sdk-core';
