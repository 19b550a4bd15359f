import type { ReactNode } from 'react';
import 'dropline/styles.css';

export const metadata = { title: 'Pictures', icons: { icon: 'data:,' } };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
