import { CannotStart } from '@foreword/server/cannot-start'
import { FileError, UsageError } from './usage.ts'

const USAGE = `foreword start [--lan] [--demo] [--port NUMBER]   start Foreword and print its address
foreword doctor                                  say whether Foreword can run here, and what to mend
foreword check FILE [--json] [--all]             say what a room would find in a document, and how to mend it
foreword pdf FILE -o OUT                         typeset a document as an edition is, with its line numbers

  --lan    let others on this network in, and print the address with a QR code
  --demo   start with a sample company, in a data folder of its own
  --port   listen on this port instead of PORT
  --json   print the findings for a script
  --all    print every finding, also where a rule has spoken often enough
  --kind   read it as this kind of document: press-release, faq, six-pager, …
  --on     check as of this day, 2027-03-01, instead of today
  --paper  letter or a4`

/** Each command loads only what it needs, so that a wrong option is answered at once. */
const commands: Record<string, (args: string[]) => Promise<void>> = {
  start: async (args) => (await import('./start.ts')).start(args),
  doctor: async (args) => (await import('./doctor.ts')).doctor(args),
  check: async (args) => (await import('./check/check.ts')).check(args),
  pdf: async (args) => (await import('./check/pdf.ts')).pdf(args),
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) {
  await command(args).catch(explain)
} else {
  const asked = name === '' || name === 'help' || name === '--help' || name === '-h'
  console[asked ? 'log' : 'error'](asked ? USAGE : `There is no command "${name}".\n\n${USAGE}`)
  if (!asked) process.exitCode = 2
}

// what a person can mend is a sentence; all else is a fault of ours and keeps its stack
function explain(error: unknown) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`)
  else console.error(error instanceof CannotStart || error instanceof FileError ? error.message : error)
  process.exitCode = error instanceof UsageError || error instanceof FileError ? 2 : 1
}
