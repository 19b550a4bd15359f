import type { Generated, Insertable, Selectable } from 'kysely';

export type Flag = 0 | 1;
export type FileRole = 'image' | 'thumb' | 'medium' | 'frame';
export type Role = 'member' | 'administrator';

interface UsersTable {
  id: Generated<number>;
  /** The `id_encoded` of the API. */
  code: string;
  username: string;
  /** `scrypt:<salt>:<hash>`, both hexadecimal. */
  password_hash: string;
  role: Role;
  created_ms: number;
}

interface ApiKeysTable {
  id: Generated<number>;
  user_id: number;
  /** What its owner calls it. */
  name: string;
  /** Nobody can upload with a copy of the database. */
  key_hash: string;
  /** The last four characters, by which its owner knows it. */
  ending: string;
  /** The one that the gateway of the same process sends. */
  is_servers_own: Flag;
  created_ms: number;
  used_ms: number | null;
}

interface SessionsTable {
  /** A hash of the cookie's value, so that a copy of the database opens no session. */
  token_hash: string;
  /** The `auth_token` of this session's pages. */
  auth_token: string;
  user_id: number | null;
  expires_ms: number;
  created_ms: number;
  /** To the hour. */
  seen_ms: number;
  /** What the browser calls itself. */
  agent: string;
}

interface AlbumsTable {
  id: Generated<number>;
  code: string;
  user_id: number | null;
  /** Of a guest's album: the session that made it. */
  session_hash: string | null;
  parent_id: number | null;
  name: string;
  description: string | null;
  privacy: string;
  password_hash: string | null;
  created_ms: number;
  created_ip: string;
}

interface ImagesTable {
  id: Generated<number>;
  code: string;
  user_id: number | null;
  session_hash: string | null;
  album_id: number | null;
  category_id: number | null;
  /** `YYYY/MM/DD`. */
  folder: string;
  /** The stored file's name, without extension. */
  name: string;
  kind: 'image' | 'video';
  width: number;
  height: number;
  duration_seconds: number;
  is_animated: Flag;
  is_approved: Flag;
  is_nsfw: Flag;
  title: string;
  description: string | null;
  original_name: string;
  exif_json: string | null;
  /** Of the stored bytes. */
  md5: string;
  /** Of the bytes that came. */
  received_md5: string;
  /** The same where a width was asked for, which is when hosts tell it. */
  source_md5: string | null;
  delete_token: string;
  views: number;
  created_ms: number;
  uploaded_ms: number;
  expires_ms: number | null;
  uploader_ip: string;
}

interface TagsTable {
  image_id: number;
  position: number;
  name: string;
}

interface FilesTable {
  /** `YYYY/MM/DD/name.ext`: the key in the storage and the end of the address. */
  path: string;
  image_id: number;
  role: FileRole;
  mime: string;
  size: number;
  width: number;
  height: number;
}

/** Files on their way in or out: whoever finds one here after a crash may remove it. */
interface LooseFilesTable {
  path: string;
}

interface IdempotencyTable {
  /** Whose key it is: two accounts may choose the same. */
  owner: string;
  key: string;
  image_id: number;
  answer_json: string;
  created_ms: number;
}

export interface Database {
  users: UsersTable;
  api_keys: ApiKeysTable;
  sessions: SessionsTable;
  albums: AlbumsTable;
  images: ImagesTable;
  tags: TagsTable;
  files: FilesTable;
  loose_files: LooseFilesTable;
  idempotency: IdempotencyTable;
}

export type UserRow = Selectable<UsersTable>;
export type ApiKeyRow = Selectable<ApiKeysTable>;
export type AlbumRow = Selectable<AlbumsTable>;
export type ImageRow = Selectable<ImagesTable>;
export type NewImage = Insertable<ImagesTable>;
export type FileRow = Selectable<FilesTable>;
