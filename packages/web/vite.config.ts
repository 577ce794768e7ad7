import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.FOREWORD_SERVER ?? 'http://127.0.0.1:3000'

// the server checks that a request comes from its own address, so Host must stay what the browser sent
const http = { target: server, changeOrigin: false }
const proxy = {
  '/api': http,
  '/rpc': http,
  '/healthz': http,
  '/live': { ...http, ws: true },
  '/collab': { ...http, ws: true },
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // a font or picture written into the style sheet as data: would be refused by the content policy
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
})
