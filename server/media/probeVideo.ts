import * as v from 'valibot';
import type { MediaFormat } from '../../src/shared/mediaFormat.js';
import { corruptVideo } from './refusals.js';
import { runTool, type VideoTools } from './tools.js';

export interface VideoFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whole seconds, rounded down as hosts do. */
  readonly durationSeconds: number;
  readonly stillAtSeconds: number;
}

const probeSchema = v.object({
  streams: v.array(
    v.object({
      codec_type: v.optional(v.string()),
      width: v.optional(v.number()),
      height: v.optional(v.number()),
      tags: v.optional(v.object({ rotate: v.optional(v.string()) })),
      side_data_list: v.optional(v.array(v.object({ rotation: v.optional(v.number()) }))),
    }),
  ),
  format: v.optional(v.object({ duration: v.optional(v.string()) })),
});

/** One thread: each has pictures of its own in memory. */
const ONE_THREAD = ['-threads', '1'];

/** The reader for the container is named, and only local files may be opened: a playlist in disguise could name other files. */
const inputArgs = (format: MediaFormat): string[] => ['-protocol_whitelist', 'file', '-f', format === 'webm' ? 'matroska' : 'mov'];

/** @throws {ApiError} 100 when there is no picture in it */
export async function probeVideo(tools: VideoTools, path: string, format: MediaFormat): Promise<VideoFacts> {
  const args = ['-v', 'error', ...inputArgs(format), '-print_format', 'json', '-show_streams', '-show_format', path];
  try {
    const { streams, format: container } = v.parse(probeSchema, JSON.parse(await runTool(tools.ffprobe, args)));
    const picture = streams.find((stream) => stream.codec_type === 'video' && stream.width && stream.height);
    if (!picture) throw new Error('no stream of pictures');
    const { width = 0, height = 0 } = picture;
    const degrees = Number(picture.tags?.rotate ?? picture.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0);
    const seconds = Number(container?.duration ?? 0) || 0;
    const [widthPx, heightPx] = Math.abs(degrees) % 180 === 90 ? [height, width] : [width, height];
    return { widthPx, heightPx, durationSeconds: Math.floor(seconds), stillAtSeconds: Math.min(1, seconds / 2) };
  } catch (cause) {
    throw corruptVideo(cause);
  }
}

/** One picture of a video, as PNG. */
export async function grabStill(tools: VideoTools, path: string, format: MediaFormat, atSeconds: number, target: string): Promise<void> {
  const input = ['-ss', String(atSeconds), ...ONE_THREAD, ...inputArgs(format), '-i', path];
  const output = ['-frames:v', '1', '-f', 'image2', '-c:v', 'png', '-y', target];
  await runTool(tools.ffmpeg, ['-v', 'error', '-nostdin', ...input, ...output]);
}
