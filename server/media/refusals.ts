import { ApiError } from '../apiError.js';

// Apart from what decodes: the server says them too, and never loads a decoder.

export const corrupt = (cause?: unknown): ApiError => new ApiError(0, 'Unable to read image from path (temporary file).', { cause });

export const corruptVideo = (cause?: unknown): ApiError => new ApiError(100, 'Invalid video file provided', { cause });

export const unreadable = (cause?: unknown): ApiError => new ApiError(0, 'getimagesize(): Error reading from (temporary file)!', { cause });
