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
    rolldownOptions: {
      treeshake: {
        // They only declare, but do not say so: what is not used of them need not travel.
        moduleSideEffects: [{ test: /node_modules[\\/](rc-|@rc-component|papaparse|error-stack-parser|stackframe)/, sideEffects: false }],
      },
      output: {
        // What nearly every page needs travels in a few files; the rest stays with the page that needs it.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@refinedev|@tanstack|i18next|react-i18next|lodash|lodash-es|qs)[\\/]/,
            },
            { name: 'antd-shared', test: /node_modules[\\/]/, minShareCount: 6 },
            { name: 'shared', test: /admin[\\/]src[\\/]/, minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(FROM_NODE.map((path) => [path, { target: NODE_URL, changeOrigin: true, headers: { origin: NODE_URL } }])),
  },
});
