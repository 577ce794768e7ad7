import { runChecks } from './check/run.ts'

/** `npm run check`: everything that can be said about the code without running it. */
const { failed } = await runChecks()
if (failed.length > 0) process.exitCode = 1
