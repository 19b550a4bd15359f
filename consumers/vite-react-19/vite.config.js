import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Not by its address alone: then Vite tells the gateway another host than the page has, and the gateway refuses what comes from another site.
  server: { proxy: { '/gateway': { target: process.env.GATEWAY, changeOrigin: false } } },
});
