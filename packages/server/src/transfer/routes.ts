import { runOutside } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import { bringBackWith, type Returning } from './bring-back.ts'
import { type Exporting, exportDraftWith, exportEditionWith } from './export.ts'
import { previewWordWith } from './preview.ts'
import { takeBackWith } from './take-back.ts'

export function transferRoutes(os: Os, needs: Exporting & Returning) {
  return {
    exportDraft: os.transfer.exportDraft.handler(runOutside(exportDraftWith(needs))),
    exportEdition: os.transfer.exportEdition.handler(runOutside(exportEditionWith(needs))),
    previewWord: os.transfer.previewWord.handler(runOutside(previewWordWith(needs))),
    bringBack: os.transfer.bringBack.handler(runOutside(bringBackWith(needs))),
    takeBack: os.transfer.takeBack.handler(runOutside(takeBackWith(needs))),
  }
}
