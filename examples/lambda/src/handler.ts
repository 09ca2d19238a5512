import { toLambdaHandler } from '@convapi/webhook-verifier/lambda';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { connect, createCallbacks, greet, read } from './conversation';

const conversation = connect();
const appId = read('SINCH_APP_ID');
const callbacks = toLambdaHandler(createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET')));

/** Two routes of one HTTP API. */
export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  if (event.routeKey === 'POST /callbacks') return callbacks(event);
  if (event.routeKey !== 'POST /welcome') return { statusCode: 404 };
  const { phone } = JSON.parse(event.body ?? '{}') as { phone: string };
  return { statusCode: 202, body: JSON.stringify(await greet(conversation, appId, phone)) };
};
