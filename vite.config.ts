import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The standalone page. Nothing is inlined, so that the strict Content-Security-Policy holds. */
export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, sourcemap: true },
});
