'use client';
import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';

const client = createGatewayClient({ baseUrl: '/gateway' });

export const Upload = () => <Uploader client={client} />;
