import { LocaleProvider, UploaderBox, UploaderProvider, useTotals } from 'dropline';
import { createGatewayClient } from 'dropline/core';

const client = createGatewayClient({ baseUrl: '/gateway' });

function Count() {
  const { fileCount } = useTotals();
  return <output>{fileCount} files</output>;
}

export const PartsOfYourOwn = () => (
  <UploaderProvider client={client}>
    <LocaleProvider locale="de">
      <Count />
      <UploaderBox />
    </LocaleProvider>
  </UploaderProvider>
);
