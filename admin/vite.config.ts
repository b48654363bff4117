import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const NODE_URL = process.env['SELVEDGE_NODE_URL'] ?? 'http://127.0.0.1:8055';
const FROM_NODE = ['/auth', '/kernel', '/crm', '/wms', '/app/config.json'];

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(FROM_NODE.map((path) => [path, { target: NODE_URL, changeOrigin: true, headers: { origin: NODE_URL } }])),
  },
});
