import type { ComponentType } from 'react'
import { BeginIdea } from '../initiatives/BeginIdea.tsx'
import { MeetingDoor } from '../meetings/simulated/MeetingDoor.tsx'
import { BringDoor } from '../narratives/doors/BringDoor.tsx'
import { GuideDoor } from '../narratives/doors/GuideDoor.tsx'

/** The ways in after the first visit, in order; each renders one `Door`. The nouns behind them bring them. */
export const doors: readonly ComponentType[] = [GuideDoor, BringDoor, MeetingDoor]

/** Where a headline can be typed at once: a form that begins an idea and opens its questions. */
export const Headline: ComponentType | null = BeginIdea
