/** The most text that is brought in as a document: Markdown, plain text, HTML without the pictures written out in it. */
export const LARGEST_FILE_BYTES = 2 * 1024 * 1024
/** A Word file or a page of HTML holds pictures as well. */
export const LARGEST_WORD_FILE_BYTES = 20 * 1024 * 1024
