import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Found } from './books.js';

const IMAGES = "SELECT original_name AS name, coalesce(path, '') AS path FROM images LEFT JOIN files ON image_id = id AND role = 'image'";

/** Reads a data folder while a server runs on it. */
export async function readFolder(dataDir: string): Promise<Found> {
  const database = new SqliteDatabase(join(dataDir, 'dropline.sqlite'), { readonly: true });
  try {
    return {
      images: database.prepare<[], { name: string; path: string }>(IMAGES).all(),
      files: database.prepare<[], { path: string; size: number }>('SELECT path, size FROM files').all(),
      loose: database
        .prepare<[], { path: string }>('SELECT path FROM loose_files')
        .all()
        .map(({ path }) => path),
      onDisk: await sizesIn(join(dataDir, 'images')),
      temporary: await readdir(join(dataDir, 'tmp')),
    };
  } finally {
    database.close();
  }
}

async function sizesIn(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [relative(folder, file), (await stat(file)).size] as const)));
}
