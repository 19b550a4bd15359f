import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** A hostile video may keep a tool busy for ever. */
const TOOL_MS = 30_000;
const MAX_OUTPUT_BYTES = 4_000_000;

export interface VideoTools {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

/** The system's tools, else those of the packages that ship them; null where neither runs here, and videos are then not taken. */
export async function findVideoTools(): Promise<VideoTools | null> {
  const ffmpeg = (await inPath('ffmpeg')) ?? fromPackage('@ffmpeg-installer/ffmpeg');
  const ffprobe = (await inPath('ffprobe')) ?? fromPackage('@ffprobe-installer/ffprobe');
  return ffmpeg && ffprobe ? { ffmpeg, ffprobe } : null;
}

export const runTool = async (tool: string, args: readonly string[]): Promise<string> =>
  (await run(tool, args, { timeout: TOOL_MS, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT_BYTES })).stdout;

async function inPath(name: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

function fromPackage(name: string): string | null {
  try {
    return (require(name) as { path: string }).path;
  } catch {
    return null; // not built for this platform
  }
}
