import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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
      ].join('|'),
    ),
  },
  // the names of the files of all other pages: whoever reads or sits in a room is spared them
  { name: 'pages', test: /\/web\/src\/\w+\/pages\.ts$/ },
]

// written into a template string of its code
// biome-ignore lint/suspicious/noTemplateCurlyInString: as above
const here = '${window.location.origin}/board/'

/**
 * The faces of the drawing board, served by us: by itself it would ask another host for them. Its Chinese one is left
 * out, which is twelve megabytes; what is written in Chinese is shown in the reader's own face.
 */
function boardFaces(): Plugin {
  const root = join(dirname(createRequire(import.meta.url).resolve('@excalidraw/excalidraw')), 'fonts')
  return {
    name: 'board-faces',
    apply: 'build',
    transform: {
      filter: { id: /@excalidraw/ },
      // where it looks when a face is not with us: with us all the same
      handler: (code) =>
        code.includes('https://esm.sh/')
          ? { code: code.replaceAll('https://esm.sh/', here), map: null }
          : null,
    },
    generateBundle() {
      for (const folder of readdirSync(root).filter((name) => name !== 'Xiaolai'))
        for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.woff2')))
          this.emitFile({
            type: 'asset',
            fileName: `board/fonts/${folder}/${file}`,
            source: readFileSync(join(root, folder, file)),
          })
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), tailwindcss(), boardFaces()],
  build: {
    outDir: 'dist',
    // what scripts/weigh.ts reads
    manifest: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // a font or picture written into the style sheet as data: would be refused by the content policy
    assetsInlineLimit: 0,
    // all of these browsers have it
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // the page that draws Mermaid stands alone, under a policy of its own
      input: {
        index: join(import.meta.dirname, 'index.html'),
        drawing: join(import.meta.dirname, 'drawing.html'),
      },
      output: {
        codeSplitting: { groups: chunks },
        // every page names the files of all others, and neither names nor hashes compress: as short as they may be
        chunkFileNames: ({ name }) => `assets/${name.slice(0, 2)}-[hash:7].js`,
      },
    },
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
})
