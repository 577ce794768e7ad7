/** The largest file of text that is brought in as a document: Markdown, HTML, plain text. */
export const LARGEST_FILE_BYTES = 2 * 1024 * 1024
/** A Word file holds pictures as well. */
export const LARGEST_WORD_FILE_BYTES = 20 * 1024 * 1024
