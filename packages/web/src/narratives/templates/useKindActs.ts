import { useMutation } from '@tanstack/react-query'
import { api, client, type Inputs, queryClient } from '../../api.ts'
import { refusalOf } from '../../refusal.ts'
import { later, notify, notifyProblem, notifyUndo } from '../../shell/notices.ts'
import type { Kind } from '../sheet/kind.ts'
import { type Template, templateOf } from './editing.ts'

/** Everything that shows a kind asks for it again. */
export const kindsChanged = () => queryClient.invalidateQueries({ queryKey: api.narratives.kinds.key() })

const say = (error: unknown) => {
  const refusal = refusalOf(error)
  if (refusal.kind !== 'refused')
    return notifyProblem('That was not done, and nothing has changed. Try again.')
  notifyProblem(Object.values(refusal.fields)[0] ?? refusal.message)
}

/** Puts a kind back as it was, on top of the version it has now. */
async function putBack(before: Kind, version: number) {
  const kindId = before.id
  try {
    if (before.origin === 'default') await client.narratives.resetKind({ kindId, version })
    else await client.narratives.saveKind({ kindId, template: templateOf(before), version })
  } catch (error) {
    say(error)
  } finally {
    await kindsChanged()
  }
}

export function useKindActs() {
  const save = useMutation(api.narratives.saveKind.mutationOptions({ onSettled: () => void kindsChanged() }))
  const add = useMutation(api.narratives.addKind.mutationOptions({ onSettled: () => void kindsChanged() }))
  const duplicate = useMutation(
    api.narratives.duplicateKind.mutationOptions({ onSettled: () => void kindsChanged(), onError: say }),
  )
  const bring = useMutation(
    api.narratives.importKind.mutationOptions({ onSettled: () => void kindsChanged() }),
  )
  return {
    save,
    add,
    duplicate,
    bring,
    /** Keeps a change, says so, and offers what was before. */
    async keep(before: Kind, template: Template) {
      const input = { kindId: before.id, template, version: before.version }
      // what an input may hold and what an output holds differ only in the brand of nothing
      const saved = await save.mutateAsync(input as Inputs['narratives']['saveKind'])
      notifyUndo(`“${saved.label}” is kept.`, () => void putBack(before, saved.version))
      return saved
    },
    async reset(before: Kind) {
      try {
        await client.narratives.resetKind({ kindId: before.id, version: before.version })
        notifyUndo(`“${before.label}” is as it ships again.`, () => void putBack(before, 0))
      } catch (error) {
        say(error)
      }
      await kindsChanged()
    },
    /** Gone from the list at once; done when its notice has gone. */
    remove(kind: Kind, hide: (hidden: boolean) => void) {
      hide(true)
      later({
        say: `“${kind.label}” is removed.`,
        restore: () => hide(false),
        commit: () =>
          void client.narratives
            .removeKind({ kindId: kind.id })
            .catch((error: unknown) => {
              hide(false)
              say(error)
            })
            .finally(() => void kindsChanged()),
      })
    },
    brought: (kind: Kind) => notify(`“${kind.label}” is here. Nothing that was here has changed.`),
  }
}
