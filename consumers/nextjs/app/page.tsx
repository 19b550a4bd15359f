import { connection } from 'next/server';
import { Upload } from './Upload';

export default async function Page() {
  await connection(); // a page that is made once for all has no nonce
  return <Upload />;
}
