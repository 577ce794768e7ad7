import type { NarrativeKind } from '@foreword/core/narratives/kind'
import { defaultSettings } from '@foreword/core/people/workspace'
import { presentParts, wordCount } from '@foreword/document/blocks'
import { type Assumption, assumptionsIn } from '@foreword/document/checks/assumptions'
import { createChecker, presented } from '@foreword/document/checks/check'
import { type Passage, repairText, type Severity } from '@foreword/document/checks/finding'
import { linesInSource } from '@foreword/document/source-lines'
import type { TypesetDocument } from '@foreword/server/typeset/compile'
import type { NarrativeFile } from './narrative.ts'

/** What `foreword check --json` prints. Scripts lean on it: it changes only with a decision record. */
export interface Report {
  /** The core, without the appendix, as typeset. */
  pages: number
  pressReleasePages: number
  readingMinutes: number
  words: number
  parts: { id: string; present: boolean }[]
  findings: ReportedFinding[]
}

export interface ReportedFinding {
  rule: string
  severity: Severity
  part: string
  /** As typeset. */
  line: number
  /** In the file, from 1. */
  sourceLine: number
  quote: string
  message: string
  repair: string
}

/** The report, and what only people are told. */
export interface Checked {
  kind: NarrativeKind
  report: Report
  assumptions: { line: number; sourceLine: number; text: string }[]
  /** Findings of a rule beyond as many as are shown. */
  more: number
}

interface Asked {
  kind: NarrativeKind
  typeset: TypesetDocument
  today: string
  /** Every finding, however often its rule has spoken. */
  all: boolean
}

export function checked({ document, source }: NarrativeFile, { kind, typeset, today, all }: Asked): Checked {
  const { checks, readingMinutesPerPage } = defaultSettings
  const extent = { ...typeset, blocks: typeset.blocks.map(({ id, page }) => ({ block: id, page })) }
  const found = createChecker().check(document, {
    kind,
    settings: checks,
    today,
    extent,
    isBeingWritten: false,
  })
  const shown = all ? found : presented(found, checks)
  const sourceLineOf = linesInSource(document, source)
  const at = (passage: Passage) => ({
    line: typesetLine(typeset, passage),
    sourceLine: sourceLineOf(passage.block, passage.from),
  })
  const present = presentParts(document)
  return {
    kind,
    report: {
      pages: typeset.corePages,
      pressReleasePages: typeset.pressReleasePages,
      readingMinutes: typeset.corePages * readingMinutesPerPage,
      words: wordCount(document),
      parts: kind.parts.map(({ id }) => ({ id, present: present.has(id) })),
      findings: shown.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        part: finding.part,
        ...at(finding.at),
        quote: finding.quote,
        message: finding.message,
        repair: repairText(finding.repair),
      })),
    },
    assumptions: assumptionsIn(document).map((assumption: Assumption) => ({
      ...at(assumption.at),
      text: assumption.text,
    })),
    more: found.length - shown.length,
  }
}

function typesetLine({ lines, blocks }: TypesetDocument, { block, from }: Passage): number {
  const ofBlock = lines.filter(({ blockId }) => blockId === block)
  const line = ofBlock.find(({ to }) => from < to) ?? ofBlock.at(-1)
  // an empty block has no line of its own: the one after it
  return line?.line ?? blocks.find(({ id }) => id === block)?.line ?? lines.at(-1)?.line ?? 1
}
