import { Server } from '@hocuspocus/server'

/** The side to beat: Hocuspocus as it comes, in memory, acknowledging on apply. `PORT` says where. */
await new Server({ address: '127.0.0.1', port: Number(process.env.PORT), quiet: true }).listen()
