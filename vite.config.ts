import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** React stands apart: it changes rarely, and the size limit does not count it. */
const codeSplitting = { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }] };

/** The standalone page. Nothing is inlined, so that the strict Content-Security-Policy holds. */
export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    license: { fileName: 'licences.md' },
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting } },
  },
});
