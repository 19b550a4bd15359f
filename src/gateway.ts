export { createGateway } from './gateway/createGateway.js';
export type { Gateway } from './gateway/createGateway.js';
export type { AlbumsOption, Authorization, GatewayLogEntry, GatewayOptions, HostAccount } from './gateway/GatewayOptions.js';
export { createMemoryAnswerStore } from './gateway/answerStore.js';
export type { AnswerStore, KeptAnswer } from './gateway/answerStore.js';
export type { ClientLimit } from './gateway/clientLimit.js';
export type { UploadFields } from './gateway/uploadFields.js';
export { isPrivateHost } from './gateway/privateHost.js';
export type { Album, HostLimits } from './api/contract.js';
