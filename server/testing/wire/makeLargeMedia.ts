import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A temporary folder with the media of the exchanges that are too large to be kept beside the others. Whoever asked removes it. */
export async function makeLargeMedia(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dropline-media-'));
  const noise = {
    create: { width: 800, height: 800, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  } as const;
  await writeFile(join(folder, 'big.png'), await sharp(noise).png().toBuffer());
  await writeFile(join(folder, 'mid.bin'), Buffer.alloc(600_000));
  return folder;
}
