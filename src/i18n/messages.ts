import type { MediaFormat } from '../shared/mediaFormat.js';
import type { UploadErrorCode, UploadErrorDetails } from '../shared/UploadError.js';

/** A sentence with places for links or buttons inside: plain words, and words that belong to a named slot. */
export type Sentence<Slot extends string = string> = readonly (string | { readonly slot: Slot; readonly words: string })[];

/** What people read about one failure. */
export interface ErrorText {
  /** Short enough for a tile: what happened. */
  readonly cause: string;
  /** What to do about it. */
  readonly advice: string;
}

/** What is said of each error, and what to do. */
export type ErrorTexts = { readonly [C in UploadErrorCode]: (details: UploadErrorDetails[C]) => ErrorText };

/** The facts of a refusal, by its code. */
export interface RejectionTexts {
  readonly 'validate.empty': () => string;
  readonly 'validate.typeRefused': (facts: { readonly found: string | null; readonly formats: readonly MediaFormat[] }) => string;
  readonly 'validate.tooLarge': (facts: { readonly sizeBytes: number; readonly limitBytes: number }) => string;
  readonly 'validate.heic': () => string;
  readonly 'validate.tooSmall': (facts: { readonly sizeBytes: number; readonly limitBytes: number }) => string;
  readonly 'validate.tooManyPixels': (facts: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly maxWidthPx: number | null;
    readonly maxHeightPx: number | null;
  }) => string;
  readonly 'validate.tooLong': (facts: { readonly durationSeconds: number; readonly limitSeconds: number }) => string;
  readonly 'validate.totalTooLarge': (facts: { readonly limitBytes: number }) => string;
  readonly 'validate.tooMany': (facts: { readonly limitCount: number }) => string;
  readonly 'validate.urlRefused': () => string;
  readonly 'validate.unreadable': () => string;
  readonly 'validate.noAnswer': () => string;
  readonly 'validate.duplicate': (facts: { readonly sameAs: string }) => string;
}

/** Every word of the widget. A locale that lacks one does not compile. Values are functions where facts enter. */
export interface Messages {
  readonly 'box.label': string;
  readonly 'button.open': string;
  readonly 'button.continuesIn': (secondsLeft: number) => string;
  readonly 'button.uploaded': (fileCount: number) => string;
  readonly 'button.failed': (fileCount: number) => string;
  readonly 'button.ready': (fileCount: number) => string;
  readonly 'dialog.close': string;
  readonly 'part.notLoaded': string;
  /** Why the form around cannot be sent yet. */
  readonly form: Readonly<Record<'pending' | 'ready' | 'required', string>>;

  readonly 'intake.headline': string;
  readonly 'intake.browse': Sentence<'browse'>;
  readonly 'intake.touchHeadline': string;
  readonly 'intake.touchBrowse': string;
  readonly 'intake.limits': (maxBytes: number | null) => string;
  readonly 'intake.dropToAdd': (fileCount: number | null) => string;
  readonly 'intake.dropNote': string;
  readonly 'intake.addFiles': string;
  readonly 'intake.folder': string;
  readonly 'intake.camera': string;
  readonly 'url.title': string;
  readonly 'url.links': string;
  readonly 'url.help': string;
  readonly 'url.found': string;
  readonly 'url.repeated': string;
  readonly 'url.refused': string;
  readonly 'url.add': (linkCount: number) => string;
  readonly 'intake.checking': (fileCount: number) => string;
  readonly 'intake.guestExpires': Sentence<'signUp'>;

  readonly 'validate.title': (fileCount: number) => string;
  readonly 'validate.dismiss': string;
  readonly 'validate.keep': string;
  readonly 'validate.keepName': (fileName: string) => string;
  readonly 'validate.shrink': string;
  readonly 'validate.shrinkAll': (fileCount: number) => string;
  readonly 'validate.convert': string;
  readonly 'validate.shrinking': string;
  readonly 'validate.cannotShrink': Readonly<Record<'video' | 'animated' | 'undecodable' | 'limitTooSmall', string>>;
  readonly 'validate.showAll': (fileCount: number) => string;
  readonly rejections: RejectionTexts;

  readonly 'queue.readyHeadline': (fileCount: number) => string;
  readonly 'queue.label': (fileCount: number) => string;
  readonly 'queue.start': (fileCount: number) => string;
  readonly 'queue.clear': string;
  readonly 'queue.removesLocation': string;
  readonly 'queue.hint': string;
  readonly 'queue.hintTouch': string;
  readonly 'queue.moved': (facts: { readonly name: string; readonly position: number; readonly count: number }) => string;
  readonly 'select.label': string;
  readonly 'select.count': (fileCount: number) => string;
  readonly 'select.all': string;
  readonly 'select.clear': string;
  readonly 'select.moveEarlier': string;
  readonly 'select.moveLater': string;
  readonly 'queue.totals': (facts: { readonly fileCount: number; readonly sizeBytes: number }) => string;
  readonly 'queue.uploadedOf': (facts: { readonly uploadedCount: number; readonly fileCount: number }) => string;

  readonly 'tile.remove': (name: string) => string;
  readonly 'tile.edit': (name: string) => string;
  readonly 'tile.select': (name: string) => string;
  readonly 'tile.customized': string;
  readonly 'tile.locationRemoved': string;
  readonly 'tile.locationKept': string;
  readonly 'tile.shrunk': (facts: { readonly originalSizeBytes: number; readonly sizeBytes: number }) => string;
  readonly 'tile.cancel': (name: string) => string;
  readonly 'tile.retry': string;
  readonly 'tile.retryName': (name: string) => string;
  readonly 'tile.addAgain': string;
  readonly 'tile.addAgainName': (name: string) => string;
  readonly 'tile.open': (name: string) => string;
  readonly 'tile.progress': (name: string) => string;
  readonly 'tile.noPreview': string;
  readonly 'tile.queued': string;
  readonly 'tile.uploading': (facts: { readonly fraction: number; readonly sentBytes: number; readonly sizeBytes: number }) => string;
  readonly 'tile.processing': string;
  readonly 'tile.uploaded': string;
  readonly 'tile.uploadedWithoutLink': string;
  readonly 'tile.cancelled': string;
  readonly 'tile.waitsBackOff': (facts: { readonly cause: string; readonly secondsLeft: number }) => string;
  readonly 'tile.waitsForHost': string;
  readonly 'tile.waitsForConnection': string;

  readonly 'option.forAll': string;
  readonly 'option.names': Readonly<
    Record<'title' | 'description' | 'tags' | 'albumId' | 'categoryId' | 'widthPx' | 'expiration' | 'isNsfw', string>
  >;
  readonly 'option.none': string;
  readonly 'option.never': string;
  readonly 'option.albumsFailed': string;
  readonly 'option.tagHint': string;
  readonly 'option.tagTooLong': string;
  readonly 'option.removeTag': (tag: string) => string;
  readonly 'option.widthRange': (facts: { readonly minPx: number; readonly maxPx: number }) => string;
  readonly 'edit.previous': string;
  readonly 'edit.next': string;
  readonly 'edit.position': (facts: { readonly position: number; readonly count: number }) => string;
  readonly 'edit.reset': string;
  readonly 'edit.done': string;
  readonly 'edit.sent': string;
  readonly 'edit.applyToAll': string;
  readonly 'edit.apply': (fileCount: number) => string;
  readonly 'edit.applied': (fileCount: number) => string;
  readonly 'edit.undo': string;

  readonly 'upload.headline': (facts: { readonly fileCount: number; readonly fraction: number }) => string;
  readonly 'upload.note': string;
  readonly 'upload.pausedNote': string;
  readonly 'upload.pause': string;
  readonly 'upload.resume': string;
  readonly 'upload.cancelRest': string;
  readonly 'upload.bytes': (facts: { readonly sentBytes: number; readonly sizeBytes: number }) => string;
  readonly 'upload.rate': (bytesPerSecond: number) => string;
  readonly 'upload.timeLeft': (secondsLeft: number) => string;
  readonly 'upload.valueText': (facts: { readonly fraction: number; readonly sentBytes: number; readonly sizeBytes: number }) => string;
  readonly 'upload.rateLimited': (secondsLeft: number) => string;
  readonly 'upload.rateLimitedLong': string;
  readonly 'keep.full': string;
  readonly 'keep.otherTab': string;
  readonly 'keep.unavailable': string;
  readonly 'upload.offline': string;

  readonly 'result.complete': string;
  readonly 'result.completeNote': (uploadedCount: number) => string;
  readonly 'result.mixedNote': Sentence<'report'>;
  readonly 'result.none': string;
  readonly 'result.noneNote': Sentence<'report'>;
  readonly 'result.uploadMore': string;
  readonly 'result.moderated': string;
  readonly 'result.guest': Sentence<'signUp' | 'signIn'>;
  readonly 'result.guestSignIn': Sentence<'signIn'>;
  readonly 'album.added': (albumName: string) => Sentence<'album'>;
  readonly 'album.addedSome': (facts: { readonly fileCount: number; readonly albumName: string }) => Sentence<'album'>;
  readonly 'album.account': string;
  readonly 'album.chosen': string;
  readonly 'album.offer': Sentence<'create' | 'move'>;
  readonly 'album.filing': (facts: { readonly fileCount: number; readonly albumName: string }) => string;
  readonly 'album.failed': (facts: { readonly fileCount: number; readonly albumName: string }) => string;
  readonly 'album.withoutLink': (fileCount: number) => string;
  readonly 'album.title': string;
  readonly 'album.justUploaded': (fileCount: number) => string;
  readonly 'album.new': string;
  readonly 'album.existing': string;
  readonly 'album.name': string;
  readonly 'album.nameMissing': string;
  readonly 'album.privacy': string;
  readonly 'album.privacyNames': Readonly<Record<'public' | 'private' | 'private_but_link' | 'password', string>>;
  readonly 'album.privacyHelp': Readonly<Record<'public' | 'private' | 'private_but_link' | 'password', string>>;
  readonly 'album.passwordMissing': string;
  readonly 'album.showPassword': string;
  readonly 'album.parent': string;
  readonly 'album.search': string;
  readonly 'album.found': (facts: { readonly shownCount: number; readonly foundCount: number }) => string;
  readonly 'album.refused': string;
  readonly 'album.cancel': string;
  readonly 'album.create': string;
  readonly 'album.move': string;
  readonly 'result.links': string;
  readonly 'result.linkKind': string;
  readonly 'result.linkNames': Readonly<Record<'viewer' | 'direct' | 'frame' | 'medium' | 'thumbnail' | 'delete', string>>;
  readonly 'result.copy': (name: string) => string;
  readonly 'result.copyAll': string;
  readonly 'result.copied': string;
  readonly 'result.copyFailed': string;
  readonly 'result.insert': string;
  readonly 'result.inserted': string;
  readonly 'result.insertFailed': string;
  readonly 'result.deleteWarning': string;
  readonly 'result.codes': string;
  readonly 'result.format': string;
  readonly 'result.custom': string;
  readonly 'result.size': string;
  readonly 'result.sizes': Readonly<Record<'full' | 'fullLinked' | 'mediumLinked' | 'thumbnailLinked', string>>;
  readonly 'result.include': (name: string) => string;
  readonly 'result.copyCode': (name: string) => string;
  readonly 'result.without': (fileCount: number) => string;

  readonly 'report.title': (fileCount: number) => string;
  readonly 'report.retryAll': (fileCount: number) => string;
  readonly 'report.retry': string;
  readonly 'report.remove': string;
  readonly 'report.unknown': string;
  readonly 'report.retryEach': string;
  readonly 'report.removeAll': string;
  readonly 'report.copy': string;
  readonly 'report.saveText': string;
  readonly 'report.saveCsv': string;
  readonly 'report.files': (fileCount: number) => string;
  readonly 'report.attempts': (attempts: number) => string;
  readonly 'report.columns': Readonly<Record<'file' | 'sizeBytes' | 'cause' | 'advice' | 'code' | 'attempts', string>>;

  readonly 'history.title': (count: number) => string;
  readonly 'history.turnOn': string;
  readonly 'history.note': string;
  readonly 'history.export': string;
  readonly 'history.clear': string;
  readonly 'announce.progress': (fraction: number) => string;
  readonly 'announce.refused': (fileCount: number) => string;

  readonly errors: ErrorTexts;
}

/** An app's own words: any message, and of errors and refusals any code. */
export type MessageOverrides = Partial<Omit<Messages, 'errors' | 'rejections'>> & {
  readonly errors?: Partial<ErrorTexts>;
  readonly rejections?: Partial<RejectionTexts>;
};
