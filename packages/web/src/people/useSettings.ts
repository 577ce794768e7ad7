import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Inputs, queryClient } from '../api.ts'
import { refusalOf } from '../refusal.ts'
import { notifyProblem, notifyUndo } from '../shell/notices.ts'
import { type Me, meQuery } from './me.ts'

export type Settings = Me['workspace']['settings']
type Patch = Partial<Settings>

/** The company's settings and how to change them. For the parts of a page that has loaded the workspace. */
export function useSettings() {
  const { data: workspace } = useQuery(api.people.workspace.queryOptions())
  const update = useMutation(
    api.people.updateWorkspace.mutationOptions({
      onSuccess: (saved) => queryClient.setQueryData(api.people.workspace.queryKey(), saved),
      onSettled: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
    }),
  )
  if (!workspace) throw new Error('useSettings before the workspace has come')

  const save = async (
    input: Inputs['people']['updateWorkspace'],
    said: string,
    before: Inputs['people']['updateWorkspace'],
  ) => {
    try {
      await update.mutateAsync(input)
      notifyUndo(said, () => void update.mutateAsync(before).catch(say))
    } catch (error) {
      say(error)
    }
  }
  /** Keeps a change, says so, and offers what was before. */
  const change = (patch: Patch, said: string) => {
    const names = Object.keys(patch) as (keyof Settings)[] // a patch has no other keys
    const before = Object.fromEntries(names.map((name) => [name, workspace.settings[name]]))
    return save({ settings: patch }, said, { settings: before })
  }
  const rename = (name: string) =>
    save({ name }, `The company is called ${name} now.`, { name: workspace.name })
  return { name: workspace.name, settings: workspace.settings, change, rename }
}

/** Why a setting was not kept, in a line at the foot: there is no form to show it in. */
export function say(error: unknown) {
  const refusal = refusalOf(error)
  if (refusal.kind !== 'refused')
    return notifyProblem('That was not saved, and nothing has changed. Try again.')
  notifyProblem(Object.values(refusal.fields)[0] ?? refusal.message)
}
