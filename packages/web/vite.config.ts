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

/*
 * A page that a reader waits for comes in few files: each file more costs a request and compresses by itself. What
 * every page has, what every page of an edition has, and what the parts of the room share.
 */
const chunks = [
  {
    name: 'base',
    priority: 3,
    test: new RegExp(
      [
        '/node_modules/(react|react-dom|scheduler|@tanstack)/',
        // the live socket is called for when something is followed
        '/@orpc/(?!.*(websocket|standard-server-peer))',
        '/web/src/(api|connection|later|paths|refusal|router|useLive)\\.',
        '/web/src/shell/(commands|notices)\\.',
        '/web/src/ui/(Button|Empty|ErrorNote|Page)\\.',
        'vite/preload-helper',
      ].join('|'),
    ),
  },
  {
    name: 'reader',
    priority: 2,
    test: /\/web\/src\/narratives\/(edition\/EditionSheet|sheet\/Margin)\./,
  },
  {
    name: 'room',
    priority: 1,
    test: new RegExp(
      [
        '/web/src/meetings/room/(?!RoomPage|phases|ahead|Manage|Facilitation|Outside|Address|Customer)\\w+\\.tsx?$',
        '/web/src/meetings/ids\\.',
        '/web/src/initiatives/idea\\.',
        '/core/src/meetings/labels\\.',
      ].join('|'),
    ),
  },
]

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    // what scripts/weigh.ts reads
    manifest: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // a font or picture written into the style sheet as data: would be refused by the content policy
    assetsInlineLimit: 0,
    // all of these browsers have it
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
})
