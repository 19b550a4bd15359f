export { createGateway } from '../../src/gateway.js';
