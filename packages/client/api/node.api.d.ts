// What customers see. Written by "pnpm api:update": a change here is a change for them.

interface HttpTransportOptions {
    httpsAgent?: Agent | undefined;
    httpAgent?: Agent | undefined;
}

interface Transport {
    (request: TransportRequest, signal?: AbortSignal): Promise<TransportResponse>;
    timed?: true;
}

declare class TransportRequest {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string | undefined;
    left: boolean;
    status: number | undefined;
    timeoutMs: number;
    constructor(url: string, init?: {
        method?: string;
        headers?: Record<string, string> | undefined;
        body?: string | undefined;
    });
    setHeaders(headers: Record<string, string> | Headers | [
        string,
        string
    ][]): void;
}

interface TransportResponse {
    status: number;
    ok: boolean;
    headers: {
        get(name: string): string | null;
    };
    text(): Promise<string>;
    data?: unknown;
}

declare function httpTransport({ httpAgent, httpsAgent }?: HttpTransportOptions): Transport;

export type {
  HttpTransportOptions,
};
export {
  httpTransport,
};
