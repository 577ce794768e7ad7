import type { DraftState } from '../../live/draft.ts'

interface Saying {
  words: string
  /** What is safe and what to do, for those who ask. */
  why: string
  tone: 'good' | 'quiet' | 'needsYou' | 'refused'
}

/** A1: the status line says what is known and nothing better. */
export function saying({
  status,
  mayEdit,
  isJournalled,
}: Pick<DraftState, 'status' | 'mayEdit' | 'isJournalled'>): Saying {
  const kept = isJournalled
    ? 'What you type is kept in this browser and sent as soon as the server answers.'
    : 'Keep this tab open: what you type is sent as soon as the server answers.'
  switch (status) {
    case 'saved':
      return mayEdit
        ? { words: 'Saved', why: 'Every word is on the server’s disk.', tone: 'good' }
        : { words: 'You read and comment', why: 'Its authors write here.', tone: 'quiet' }
    case 'saving':
      return { words: 'Saving…', why: 'On its way to the server’s disk.', tone: 'quiet' }
    case 'not-saved':
      return { words: 'Not saved yet', why: `The server has not confirmed. ${kept}`, tone: 'needsYou' }
    case 'offline':
      return {
        words: isJournalled ? 'Offline, kept in this browser' : 'Offline, keep this tab open',
        why: kept,
        tone: 'needsYou',
      }
    case 'behind':
      return {
        words: 'Foreword was updated: load this page again',
        why: 'This page is of another version than the server. What you typed is kept in this browser.',
        tone: 'needsYou',
      }
    case 'refused':
      return {
        words: 'You may no longer open this draft',
        why: 'Your access was taken away. Ask the owner of the idea.',
        tone: 'refused',
      }
  }
}
