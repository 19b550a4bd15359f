import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';
import 'dropline/styles.css';

const client = createGatewayClient({ baseUrl: '/gateway' });

export const Upload = () => <Uploader client={client} />;
