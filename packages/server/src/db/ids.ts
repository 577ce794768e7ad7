import { v7 } from 'uuid'

/**
 * A new UUIDv7. Within one process each is greater than the one before it, even within a millisecond
 * or when the clock is set back, so rows sort in the order they were made.
 */
export function newId<Id extends string = string>(): Id {
  // a branded id is a plain string at run time, and this is where one is born
  return v7() as Id
}
