/** The largest file that is brought in as a document. */
export const LARGEST_FILE_BYTES = 2 * 1024 * 1024
