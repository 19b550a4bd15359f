import { createGateway, type Gateway } from 'dropline/gateway';

let gateway: Gateway | undefined;

/** Made with the first request: `next build` loads this file, too, where there may be no key. */
function handle(request: Request): Promise<Response> {
  gateway ??= createGateway({ upstream: process.env.UPSTREAM!, apiKey: process.env.API_KEY! });
  return gateway(request);
}

export { handle as GET, handle as POST, handle as OPTIONS };
