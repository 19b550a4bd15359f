export { createGateway } from './gateway/createGateway.js';
export type { Gateway } from './gateway/createGateway.js';
export type { Authorization, GatewayLogEntry, GatewayOptions } from './gateway/GatewayOptions.js';
export { createMemoryAnswerStore } from './gateway/answerStore.js';
export type { AnswerStore, KeptAnswer } from './gateway/answerStore.js';
export type { UploadFields } from './gateway/uploadFields.js';
export { isPrivateHost } from './gateway/guard.js';
