'use client';
import { lazyPart } from '../lazyPart/lazyPart.js';
import { VirtualTiles } from '../QueueGrid/lazyVirtualTiles.js';

/** What shows files: loaded as soon as the empty box stands, so that it is there when the first file comes. */
export const QueueGrid = lazyPart(async () => (await import('../QueueGrid/QueueGrid.js')).QueueGrid);
export const QueueHeader = lazyPart(async () => (await import('./QueueHeader.js')).QueueHeader);
export const QueueFooter = lazyPart(async () => (await import('./QueueFooter.js')).QueueFooter);
export const RejectionList = lazyPart(async () => (await import('../RejectionList/RejectionList.js')).RejectionList);

/** What stands above the button that starts: with the files too, or it would move away from a hand that is about to press it. */
export const BatchOptions = lazyPart(async () => (await import('../BatchOptions/BatchOptions.js')).BatchOptions);
export const RemoveLocation = lazyPart(async () => (await import('./RemoveLocation.js')).RemoveLocation);
export const GuestExpiryNotice = lazyPart(async () => (await import('../HostNotices/HostNotices.js')).GuestExpiryNotice);

export const KeepNotice = lazyPart(async () => (await import('../KeepNotice/KeepNotice.js')).KeepNotice);
export const PauseNotice = lazyPart(async () => (await import('../UploadProgress/PauseNotice.js')).PauseNotice);
export const UploadProgress = lazyPart(async () => (await import('../UploadProgress/UploadProgress.js')).UploadProgress);

/** What only a later step shows; loaded once the first files are drawn, so that it is there when the connection is not. */
export const EditDialog = lazyPart(async () => (await import('../EditDialog/EditDialog.js')).EditDialog);
export const FailureReport = lazyPart(async () => (await import('../FailureReport/FailureReport.js')).FailureReport);
export const HostNotices = lazyPart(async () => (await import('../HostNotices/HostNotices.js')).HostNotices);
export const EmbedCodes = lazyPart(async () => (await import('../EmbedCodes/EmbedCodes.js')).EmbedCodes);

export const UrlDialog = lazyPart(async () => (await import('../UrlDialog/UrlDialog.js')).UrlDialog);

export function preloadParts(phase: 'empty' | 'files'): void {
  const listing = [QueueHeader, QueueGrid, VirtualTiles, QueueFooter, RejectionList, BatchOptions, RemoveLocation, GuestExpiryNotice];
  const parts =
    phase === 'empty' ? [...listing, KeepNotice, PauseNotice, UploadProgress] : [EditDialog, FailureReport, EmbedCodes, HostNotices];
  for (const part of parts) void part.preload();
}
