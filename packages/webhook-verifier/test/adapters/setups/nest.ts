import 'reflect-metadata';
import type { Server } from 'node:http';
import { All, Controller, Module, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { toExpressHandler } from '../../../src/express-node.ts';
import type { WebhookHandler } from '../../../src/index.ts';
import type { NodeListener } from '../../../src/node.ts';
import { type EarlySetup, LIMIT, overServer, type Setup } from './setup.ts';

const JSON_TYPES = ['application/json', 'application/json; charset=utf-8'];

/** A module with a controller for the listener; decorators are called as functions, since this code is stripped, not compiled. */
function moduleWith(callbacks: NodeListener): new () => object {
  class CallbacksController {
    receive(...[req, res]: Parameters<NodeListener>) {
      return callbacks(req, res);
    }
  }
  const method = Object.getOwnPropertyDescriptor(CallbacksController.prototype, 'receive') as PropertyDescriptor;
  Controller('callbacks')(CallbacksController);
  All()(CallbacksController.prototype, 'receive', method);
  Req()(CallbacksController.prototype, 'receive', 0);
  Res()(CallbacksController.prototype, 'receive', 1);
  class AppModule {}
  Module({ controllers: [CallbacksController] })(AppModule);
  return AppModule;
}

async function start(
  handler: WebhookHandler,
  onError: (error: unknown) => void,
  options: { rawBody: boolean; prepare?: (app: NestExpressApplication) => unknown },
) {
  const callbacks = toExpressHandler(handler, { maxBodyBytes: LIMIT, onError });
  const app = await NestFactory.create<NestExpressApplication>(moduleWith(callbacks), { logger: false, rawBody: options.rawBody });
  options.prepare?.(app);
  await app.listen(0, '127.0.0.1');
  return overServer(app.getHttpServer() as Server);
}

export const nestSetups: Setup[] = [
  {
    name: 'NestJS with rawBody',
    start: (handler, onError) => start(handler, onError, { rawBody: true, prepare: (app) => app.useBodyParser('json', { limit: LIMIT }) }),
    own: { answers: { 'too large': { status: 413 }, 'not JSON': { status: 400 } }, contentTypes: JSON_TYPES },
  },
];

export const earlyNestSetups: EarlySetup[] = [
  {
    name: 'NestJS without rawBody',
    start: (handler, onError) => start(handler, onError, { rawBody: false }),
    parses: JSON_TYPES,
    fix: 'in NestJS { rawBody: true }',
  },
];
