import { createGateway, type Gateway } from 'dropline/gateway';

let gateway: Gateway | undefined;

function handle({ request }: { request: Request }): Promise<Response> {
  gateway ??= createGateway({ upstream: process.env.UPSTREAM!, apiKey: process.env.API_KEY! });
  return gateway(request);
}

export { handle as loader, handle as action };
