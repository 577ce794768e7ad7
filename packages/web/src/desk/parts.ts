import { useCameBack, useUnanswered } from '../initiatives/desk.tsx'
import { useMeetingsOnDesk, useOwedActions, useOwedDecisions, useOwnWindows } from '../meetings/desk.tsx'
import { useDuePredictions } from '../meetings/predictions/desk.tsx'
import { useUnfrozen } from '../narratives/desk.tsx'
import { useNews } from '../notifications/desk.tsx'
import { useAnswersGiven, useAskedOfYou, useOwedAnswers } from '../reviews/desk.tsx'
import { useFeedbackAsked } from '../reviews/feedback/desk.tsx'
import type { DeskPart } from './needs.ts'

/**
 * What stands on the desk, in the order of need: meetings, what is owed to others, then what is one's own and stuck.
 * Each is a hook of its noun; the list is fixed, so calling them in a row keeps the rules of hooks.
 */
export const deskParts: readonly (() => DeskPart)[] = [
  useMeetingsOnDesk,
  useOwnWindows,
  useAskedOfYou,
  useFeedbackAsked,
  useOwedAnswers,
  useAnswersGiven,
  useOwedDecisions,
  useOwedActions,
  useDuePredictions,
  useCameBack,
  useUnfrozen,
  useUnanswered,
  useNews,
]
