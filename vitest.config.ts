import { defineConfig } from 'vitest/config'

const onGivenServer = Boolean(process.env.TEST_DATABASE_URL)
/** A simulation that holds its meetings on a real server and database. */
const overSockets = 'scripts/simulation/sockets/*.test.ts'
const serverSetup = './packages/server/src/test/global-setup.ts'

export default defineConfig({
  test: {
    // a slow machine is not a wrong answer; what hangs still ends
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/{core,document,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', overSockets],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['packages/{server,cli}/**/*.test.ts', overSockets],
          // on a given server, what is about our own server has nothing to say
          exclude: [
            '**/node_modules/**',
            ...(onGivenServer ? ['packages/server/src/db/embedded*.test.ts'] : []),
          ],
          globalSetup: [serverSetup],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: [serverSetup],
          // one at a time: each drives several browsers
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
