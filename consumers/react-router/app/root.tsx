import { StrictMode } from 'react';
import { Links, Outlet, Scripts } from 'react-router';
import 'dropline/styles.css';

export default function Root() {
  return (
    <StrictMode>
      <html lang="en">
        <head>
          <meta charSet="utf-8" />
          <link rel="icon" href="data:," />
          <title>Pictures</title>
          <Links />
        </head>
        <body>
          <Outlet />
          <Scripts />
        </body>
      </html>
    </StrictMode>
  );
}
