import { CannotStart } from '../cannot-start.ts'
import { openDatabase } from './database.ts'

/** An app of its own for tests that kill one: opens the data folder it is given and says so. */
const [dataFolder = ''] = process.argv.slice(2)
try {
  const database = await openDatabase({ databaseUrl: undefined, dataFolder })
  await database.pool.query('create table if not exists kept (word text)')
  await database.pool.query("insert into kept values ('acknowledged')")
  process.once('SIGTERM', () => void database.close().then(() => process.exit(0)))
  console.log('open')
} catch (error) {
  console.error(error instanceof CannotStart ? `refused: ${error.message}` : error)
  process.exit(1)
}
