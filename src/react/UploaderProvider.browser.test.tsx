import { StrictMode, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient, type ScriptedClient } from '../journey/testing/scriptedClient.js';
import { useUploader } from './UploaderContext.js';
import { UploaderProvider } from './UploaderProvider.js';
import { useItemIds, usePhase, useTotals } from './useUploaderState.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

function Panel() {
  const uploader = useUploader();
  const { pendingCount } = useTotals();
  return (
    <>
      <button onClick={() => void uploader.add([new File([PNG], 'a.png'), new File([PNG], 'b.png')])}>Add</button>
      <button onClick={() => uploader.start()}>Start</button>
      <output>{`${usePhase()} ${useItemIds().length} files, ${pendingCount} pending`}</output>
    </>
  );
}

function App({ client }: { client: ScriptedClient }) {
  const [isPanelShown, setPanelShown] = useState(true);
  return (
    <StrictMode>
      <UploaderProvider client={client}>
        <button onClick={() => setPanelShown((shown) => !shown)}>Toggle</button>
        {isPanelShown && <Panel />}
      </UploaderProvider>
    </StrictMode>
  );
}

async function setUp() {
  const client = createScriptedClient();
  const screen = await render(<App client={client} />);
  const status = screen.getByRole('status');
  const press = (name: string) => screen.getByRole('button', { name }).click();
  await press('Add');
  await expect.element(status).toHaveTextContent('ready 2 files, 0 pending');
  return { client, screen, status, press };
}

describe('UploaderProvider', () => {
  it('sends each file once in StrictMode', async () => {
    const { client, press, status } = await setUp();
    await press('Start');
    await expect.element(status).toHaveTextContent('uploading 2 files, 2 pending');
    await Promise.all(client.calls.map((call) => call.store()));
    await expect.element(status).toHaveTextContent('complete 2 files, 0 pending');
    expect(client.calls).toHaveLength(2);
  });

  it('keeps the queue while the parts that show it come and go', async () => {
    const { client, press, status } = await setUp();
    await press('Start');
    await press('Toggle');
    await client.calls[0]!.store();
    await press('Toggle');
    await expect.element(status).toHaveTextContent('uploading 2 files, 1 pending');
    expect(client.calls).toHaveLength(2);
  });

  it('stops what runs when it is gone for good', async () => {
    const { client, press, screen } = await setUp();
    await press('Start');
    await expect.poll(() => client.openCount()).toBe(2);
    await screen.unmount();
    await expect.poll(() => client.openCount()).toBe(0);
    expect(client.calls.every((call) => call.signal.aborted)).toBe(true);
  });
});
