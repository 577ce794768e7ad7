/*
 * Ids of nothing that is stored: of the shipped guide and of a demonstration with it. A version 8 UUID, where the
 * server makes version 7, so that neither can ever be taken for the other.
 */
const head = '00000000-0000-8000-8000-'

/** `number` from 0 to 999 999 999 999; the brand is the caller's to say. */
export const idOfNothing = (number: number): string => `${head}${String(number).padStart(12, '0')}`

export const isOfNothing = (id: unknown): boolean => typeof id === 'string' && id.startsWith(head)
