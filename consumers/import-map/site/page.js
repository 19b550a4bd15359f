import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';

const client = createGatewayClient({ baseUrl: '/gateway' });

createRoot(document.getElementById('root')).render(createElement(Uploader, { client }));
