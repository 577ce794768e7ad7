/**
 * Something the person who starts Foreword can mend: the message says what is wrong and what to do.
 * The command line prints it alone, without a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
