import { runOutside } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import type { Returning } from './bring-back.ts'
import type { Exporting } from './export.ts'

export function transferRoutes(os: Os, needs: Exporting & Returning) {
  const exportDraft = later(async () => (await import('./export.ts')).exportDraftWith(needs))
  const exportEdition = later(async () => (await import('./export.ts')).exportEditionWith(needs))
  const exportRecord = later(async () => (await import('./export-record.ts')).exportRecordWith(needs))
  const exportPack = later(async () => (await import('./export-pack.ts')).exportPackWith(needs))
  const previewWord = later(async () => (await import('./preview.ts')).previewWordWith(needs))
  const bringBack = later(async () => (await import('./bring-back.ts')).bringBackWith(needs))
  const takeBack = later(async () => (await import('./take-back.ts')).takeBackWith(needs))

  return {
    exportDraft: os.transfer.exportDraft.handler(runOutside(exportDraft)),
    exportEdition: os.transfer.exportEdition.handler(runOutside(exportEdition)),
    exportRecord: os.transfer.exportRecord.handler(runOutside(exportRecord)),
    exportPack: os.transfer.exportPack.handler(runOutside(exportPack)),
    previewWord: os.transfer.previewWord.handler(runOutside(previewWord)),
    bringBack: os.transfer.bringBack.handler(runOutside(bringBack)),
    takeBack: os.transfer.takeBack.handler(runOutside(takeBack)),
  }
}
