import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import type { ComponentType } from 'react'
import type { FieldsProps } from './answering.ts'
import { BenefitFields } from './BenefitFields.tsx'
import { CustomerFields } from './CustomerFields.tsx'
import { EvidenceFields } from './EvidenceFields.tsx'
import { ExperienceFields } from './ExperienceFields.tsx'
import { ProblemFields } from './ProblemFields.tsx'

/** The fields of each question. */
export const answerFields = {
  customer: CustomerFields,
  problem: ProblemFields,
  benefit: BenefitFields,
  evidence: EvidenceFields,
  experience: ExperienceFields,
} satisfies { [Q in FiveQuestion]: ComponentType<FieldsProps<Q>> }
