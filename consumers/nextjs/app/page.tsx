import { connection } from 'next/server';
import { Upload } from './Upload';

export const instant = false; // goes with `cacheComponents`, which `create-next-app` sets; without it leave this line out

export default async function Page() {
  await connection();
  return <Upload />;
}
