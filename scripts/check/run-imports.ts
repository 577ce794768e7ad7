import { join } from 'node:path'
import { checkImports } from './imports.ts'

const problems = checkImports(join(import.meta.dirname, '../..'))
for (const problem of problems) console.log(problem)
if (problems.length > 0) process.exitCode = 1
