import { useUnanswered } from '../initiatives/desk.tsx'
import { useMeetingsOnDesk } from '../meetings/desk.tsx'
import type { DeskPart } from './needs.ts'

/**
 * What stands on the desk, in the order of need: meetings, then ideas whose questions are not answered. Each is a hook
 * of its noun; the list is fixed, so calling them in a row keeps the rules of hooks.
 */
export const deskParts: readonly (() => DeskPart)[] = [useMeetingsOnDesk, useUnanswered]
