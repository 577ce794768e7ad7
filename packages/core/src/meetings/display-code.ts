/** Letters and digits that cannot be mistaken for one another, read across a room. */
export const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const CODE_LENGTH = 8
