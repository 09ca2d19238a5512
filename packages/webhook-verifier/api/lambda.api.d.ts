// What customers see. Written by "pnpm api:update": a change here is a change for them.

type ErrorHook = (error: unknown) => void | Promise<void>;

type FetchHandler = (request: Request) => Response | Promise<Response>;

type LambdaHandler = (event: LambdaHttpEvent) => Promise<LambdaHttpResult>;

interface LambdaHandlerOptions {
    onError?: ErrorHook | undefined;
}

interface LambdaHttpEvent {
    httpMethod?: string | undefined;
    path?: string | undefined;
    rawPath?: string | undefined;
    rawQueryString?: string | undefined;
    queryStringParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
    multiValueQueryStringParameters?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
    headers?: Readonly<Record<string, string | undefined>> | null | undefined;
    multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
    cookies?: readonly string[] | undefined;
    requestContext?: {
        domainName?: string | undefined;
        http?: {
            method: string;
            path: string;
        } | undefined;
        elb?: unknown;
    } | undefined;
    body?: string | null | undefined;
    isBase64Encoded?: boolean | undefined;
}

interface LambdaHttpResult {
    statusCode: number;
    headers: Record<string, string>;
    multiValueHeaders?: Record<string, string[]>;
    cookies?: string[];
    body: string;
    isBase64Encoded: boolean;
}

declare function toLambdaHandler(handler: FetchHandler, options?: LambdaHandlerOptions): LambdaHandler;

export type {
  FetchHandler,
  LambdaHandler,
  LambdaHandlerOptions,
  LambdaHttpEvent,
  LambdaHttpResult,
};
export {
  toLambdaHandler,
};
