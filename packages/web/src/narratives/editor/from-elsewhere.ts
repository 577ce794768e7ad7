import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Transaction } from 'prosemirror-state'

/**
 * Whether a transaction only shows what the shared document says: other people's words, and undo. What our plugins
 * mend must be mended by the writer's own browser, or every browser in the room would mend it at once.
 */
export function isFromElsewhere(transaction: Transaction): boolean {
  // the library's meta has no type; this is the field it sets
  const meta = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
  return meta?.isChangeOrigin === true
}

/** Whether any of them changed the document here. */
export function isWrittenHere(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => transaction.docChanged && !isFromElsewhere(transaction))
}
