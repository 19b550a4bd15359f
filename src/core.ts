export { createUploader } from './journey/uploader.js';
export type { Uploader, UploaderConfig } from './journey/uploader.js';
export type { FilingReport, FilingTarget } from './journey/album/createFiler.js';
export type { Filing, ItemId, ItemStatus, Preview, Rejection, Shrinking, Source, UploadItem, Waiting } from './journey/item.js';
export { ItemTable } from './journey/ItemTable.js';
export type { Keeping, Outcome, Pause, Phase, UploaderState } from './journey/state.js';
export { batchTotalsOf, itemsOf, outcomeOf, phaseOf, totalsOf } from './journey/queue/totals.js';
export type { Totals } from './journey/queue/totals.js';
export type { Tally } from './journey/tally.js';
export { createUploadHistory } from './journey/keep/createUploadHistory.js';
export type { HistoryEntry, HistoryState, UploadHistory, UploadHistoryOptions } from './journey/keep/createUploadHistory.js';
export { createQueueStorage } from './journey/keep/createQueueStorage.js';
export type { QueueStorageOptions } from './journey/keep/createQueueStorage.js';
export type { KeepingHost, KeptTicket, QueueStorage, RestoredQueue } from './journey/keep/QueueStorage.js';
export type { DuplicatePolicy } from './journey/createChecks.js';
export type { UploadOrder } from './journey/queue/planNext.js';
export type { IntakeLimits } from './journey/validate/checkSource.js';
export type { CustomCheck, CustomCheckFacts } from './journey/validate/customCheck.js';
export type { DecodeHeic } from './journey/createShrinking.js';
export type { PickedSource } from './journey/intake/PickedSource.js';
export { canEdit } from './journey/canEdit.js';
export { canRemove } from './journey/canRemove.js';
export { canShrink } from './journey/canShrink.js';
export { canRetry } from './journey/upload/canRetry.js';
export { embedCodesOf } from './journey/result/embedCodes.js';
export type { EmbedCode, EmbedGroup, EmbedSize } from './journey/result/embedCodes.js';
export type { EmbedTemplate } from './journey/result/fillTemplate.js';
export type { EscapeFormat } from './journey/result/escapes.js';
export { linksOf } from './journey/result/linksOf.js';
export type { ImageLink, LinkName } from './journey/result/linksOf.js';
export { openUploadPopup, PopupBlockedError } from './popup/openUploadPopup.js';
export type { PopupCodes, UploadPopupOptions } from './popup/openUploadPopup.js';
export type { InsertedCodes, InsertedFile } from './popup/messages.js';
export { isUploadError, UploadError } from './shared/UploadError.js';
export type { AnyUploadError, BadReplyHint, FloodPeriod, UploadErrorCode, UploadErrorDetails } from './shared/UploadError.js';
export type { MediaFormat } from './shared/mediaFormat.js';
export type { SendTimeouts } from './api/send.js';
export type { UploadCallOptions, UploadClient, UploadSource } from './api/UploadClient.js';
export type {
  Album,
  AlbumDraft,
  AlbumPrivacy,
  Category,
  HostLimits,
  StoredImage,
  UploadOptionName,
  UploadOptions,
} from './api/contract.js';
export { createGatewayClient } from './api/createGatewayClient.js';
export type { GatewayClientOptions } from './api/createGatewayClient.js';
export { createApiClient } from './api/createApiClient.js';
export type { ApiClientOptions } from './api/createApiClient.js';
export { createSessionClient } from './api/createSessionClient.js';
export type { SessionClientOptions } from './api/createSessionClient.js';
export { policyOf } from './api/errorPolicy.js';
export type { Advice, ErrorPolicy } from './api/errorPolicy.js';
