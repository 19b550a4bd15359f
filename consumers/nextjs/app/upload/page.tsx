import { Upload } from '../Upload';

export default function Page() {
  return <Upload />;
}
