/** Of Express, which is not installed here, what the guide uses. */
declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export default function express(): {
    use(path: string, handler: (incoming: IncomingMessage, outgoing: ServerResponse) => void): void;
  };
}
