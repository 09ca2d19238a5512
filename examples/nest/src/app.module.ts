import type { IncomingMessage, ServerResponse } from 'node:http';
import { toExpressHandler } from '@convapi/webhook-verifier/express';
import { Body, Controller, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { connect, createCallbacks, greet, read } from './conversation.js';

const conversation = connect();
const appId = read('SINCH_APP_ID');

@Controller('callbacks')
class CallbacksController {
  private readonly receiver = toExpressHandler(createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET')));

  // The adapter answers by itself, so Nest's 201 does not apply.
  @Post()
  receive(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.receiver(request, response);
  }
}

@Controller('welcome')
class WelcomeController {
  @Post()
  @HttpCode(202)
  greet(@Body() { phone }: { phone: string }) {
    return greet(conversation, appId, phone);
  }
}

@Module({ controllers: [CallbacksController, WelcomeController] })
export class AppModule {}
