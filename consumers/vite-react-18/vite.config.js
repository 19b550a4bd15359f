import { defineConfig } from 'vite';

export default defineConfig({
  // Before version 8, Vite moves what it optimizes away from its workers.
  optimizeDeps: { exclude: ['dropline'], include: ['react/jsx-runtime'] },
  server: { proxy: { '/gateway': { target: process.env.GATEWAY, changeOrigin: false } } },
});
