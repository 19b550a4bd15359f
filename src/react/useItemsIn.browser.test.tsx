import { useEffect } from 'react';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient } from '../journey/testing/scriptedClient.js';
import { createUploader } from '../journey/uploader.js';
import { UploaderProvider } from './UploaderProvider.js';
import { useItemsIn } from './useItemsIn.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

it('draws anew only for an item in these statuses', async () => {
  const uploader = createUploader({ client: createScriptedClient() });
  const drawn: string[] = [];
  function Refused() {
    const names = useItemsIn('rejected')
      .map(({ source }) => source.name)
      .join(' ');
    useEffect(() => void drawn.push(names));
    return <output>{names}</output>;
  }
  const screen = await render(
    <UploaderProvider uploader={uploader}>
      <Refused />
    </UploaderProvider>,
  );
  await uploader.add([new File([PNG], 'a.png'), new File(['text'], 'b.txt')]);
  await expect.element(screen.getByRole('status')).toHaveTextContent('b.txt');
  const before = [...drawn];
  await uploader.add([new File([PNG, '1'], 'c.png')]);
  uploader.start();
  uploader.cancelAll();
  await uploader.add([new File(['more text'], 'd.txt')]);
  await expect.element(screen.getByRole('status')).toHaveTextContent('b.txt d.txt');
  expect(drawn).toEqual([...before, 'b.txt d.txt']);
  uploader.destroy();
});
