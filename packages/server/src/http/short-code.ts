import { randomInt } from 'node:crypto'
import { CODE_LENGTH, codeAlphabet } from '@foreword/core/meetings/display-code'

/** Letters and digits that cannot be mistaken for one another: to be read off one screen and typed into another. */
export const newShortCode = () =>
  Array.from({ length: CODE_LENGTH }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
