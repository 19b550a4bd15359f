import { useEffect } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createScriptedClient } from '../journey/testing/scriptedClient.js';
import { createUploader } from '../journey/uploader.js';
import { UploaderProvider } from './UploaderProvider.js';
import { useProgress } from './useProgress.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(9_992));

async function startUpload() {
  const client = createScriptedClient();
  const uploader = createUploader({ client });
  await uploader.add([new File([PNG], 'a.png')]);
  uploader.start();
  await expect.poll(() => client.calls.length).toBe(1);
  return { uploader, onSentBytes: client.calls[0]!.onSentBytes };
}

function Rate() {
  const { bytesPerSecond, secondsLeft } = useProgress();
  return <output>{`${bytesPerSecond} B/s, ${secondsLeft} s`}</output>;
}

afterEach(() => vi.useRealTimers());

it('tells that nothing moves any more, though nothing reports it', async () => {
  const { uploader, onSentBytes } = await startUpload();
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  const screen = await render(
    <UploaderProvider uploader={uploader}>
      <Rate />
    </UploaderProvider>,
  );
  for (const sentBytes of [1_000, 2_000, 3_000, 4_000]) {
    onSentBytes(sentBytes);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  await expect.element(screen.getByRole('status')).toHaveTextContent(/^\d{3,4}.* B\/s, \d/);
  await vi.advanceTimersByTimeAsync(12_000);
  await expect.element(screen.getByRole('status')).toHaveTextContent('0 B/s, null s');
  uploader.destroy();
});

it('draws once for what is told, not again for what it makes of it', async () => {
  const { uploader, onSentBytes } = await startUpload();
  const drawn: number[] = [];
  function Sent() {
    const { sentBytes } = useProgress();
    useEffect(() => void drawn.push(sentBytes));
    return <output>{sentBytes}</output>;
  }
  const screen = await render(
    <UploaderProvider uploader={uploader}>
      <Sent />
    </UploaderProvider>,
  );
  drawn.length = 0;
  // Faster than anybody is told of it.
  let sentBytes = 1;
  const startMs = performance.now();
  const timer = setInterval(() => onSentBytes((sentBytes += 1)), 5);
  await expect.poll(() => drawn.at(-1) ?? 0, { timeout: 10_000 }).toBeGreaterThan(200);
  clearInterval(timer);
  await expect.element(screen.getByRole('status')).toHaveTextContent(String(sentBytes));
  const seconds = (performance.now() - startMs) / 1_000;
  // Four times a second what is told, once a second the rate.
  expect(drawn.length).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1);
  uploader.destroy();
});
