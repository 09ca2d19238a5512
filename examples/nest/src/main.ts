import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { read } from './conversation.js';

// rawBody keeps the bytes that the signature covers beside the parsed body.
const app = await NestFactory.create<NestExpressApplication>(AppModule, { rawBody: true, logger: ['error', 'warn'] });
app.useBodyParser('json', { limit: '1mb' });
await app.listen(Number(read('PORT')), '127.0.0.1');
