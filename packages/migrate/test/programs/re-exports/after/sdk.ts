// TODO(convapi): export what is used from @convapi/client in its place
export { ConversationRegion, SinchClient } from '@sinch/sdk-core';
