export { createGatewayClient, createUploader } from '../../src/core.js';
