import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';

const client = createGatewayClient({ baseUrl: '/gateway' });

export default function Home() {
  return <Uploader client={client} />;
}
