import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { EditorState } from 'prosemirror-state'
import * as Y from 'yjs'
import { type Passage, positionsOf } from '../narratives/sheet/outline.ts'

/** Both ends of a passage as places in the shared text, which every edit moves along. */
export interface Ends {
  start: Y.RelativePosition
  end: Y.RelativePosition
}

type Place = Pick<Passage, 'blockId' | 'from' | 'to'>

// what the plugin keeps has no type of its own
type Shared = { type: Y.XmlFragment; doc: Y.Doc; binding: { mapping: never } }
const sharedOf = (state: EditorState): Shared | undefined => ySyncPluginKey.getState(state)

/** Undefined while its block is not in the document. */
export function endsOf(state: EditorState, place: Place): Ends | undefined {
  const shared = sharedOf(state)
  const at = positionsOf(state.doc, place)
  if (!shared || !at) return undefined
  const relative = (position: number): Y.RelativePosition =>
    absolutePositionToRelativePosition(position, shared.type, shared.binding.mapping)
  return { start: relative(at.from), end: relative(at.to) }
}

/** Where the passage stands now; undefined when nothing of it is left. */
export function rangeOf(state: EditorState, { start, end }: Ends): { from: number; to: number } | undefined {
  const shared = sharedOf(state)
  if (!shared) return undefined
  const absolute = (position: Y.RelativePosition) =>
    relativePositionToAbsolutePosition(shared.doc, shared.type, position, shared.binding.mapping)
  const from = absolute(start)
  const to = absolute(end)
  if (from === null || to === null || from >= to || to > state.doc.content.size) return undefined
  return { from, to }
}

/** A passage as a comment carries it (F2): its place, its words, and places that survive edits. */
export function draftSelectionOf(state: EditorState, passage: Passage) {
  const ends = endsOf(state, passage)
  return { ...passage, start: ends ? encoded(ends.start) : null, end: ends ? encoded(ends.end) : null }
}

/** The ends a comment carries, if both still stand in the text. */
export function carriedEnds(
  state: EditorState,
  carried: { start: string | null; end: string | null },
): Ends | undefined {
  if (carried.start === null || carried.end === null) return undefined
  const ends = { start: decoded(carried.start), end: decoded(carried.end) }
  return rangeOf(state, ends) ? ends : undefined
}

function decoded(position: string): Y.RelativePosition {
  return Y.decodeRelativePosition(Uint8Array.from(atob(position), (character) => character.charCodeAt(0)))
}

function encoded(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))
}
