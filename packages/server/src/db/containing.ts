/** A pattern of `like` for what has these words in it, whatever signs they hold. */
export const containing = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`
