import type { Outputs } from '../../api.ts'

/** A question as the page of what was asked has it. */
export type Entry = Outputs['reviews']['asked']['questions'][number]
