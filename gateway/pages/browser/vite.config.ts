import { defineConfig } from 'vite';

/** How the pages that run in the browser are bundled: each with all that it stands on, so that nothing is asked of anybody else. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/pages/',
  logLevel: 'error',
  build: {
    emptyOutDir: true,
    // The editor of GraphiQL is large, and loaded by its page alone.
    chunkSizeWarningLimit: 10_000,
    rollupOptions: { input: ['graphiql.html', 'dashboard.html'].map((file) => `${import.meta.dirname}/${file}`) },
  },
  worker: { format: 'es' },
});
