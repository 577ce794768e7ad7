import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Inputs, type Outputs, queryClient } from '../../api.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { meQuery } from '../me.ts'
import { say } from '../useSettings.ts'

export type Group = Outputs['groups']['list'][number]

export const groupsQuery = api.groups.list.queryOptions()
export const useGroups = () => useQuery(groupsQuery)

/** What everybody sees of the groups is asked for anew. */
export function groupsChanged() {
  void queryClient.invalidateQueries({ queryKey: groupsQuery.queryKey })
  void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
}

/** Each act says what was done and offers what was before. */
export function useGroupActs() {
  const all = {
    onSuccess: (saved: Group) =>
      queryClient.setQueryData(groupsQuery.queryKey, (groups) =>
        groups?.map((group) => (group.id === saved.id ? saved : group)),
      ),
    onError: say,
    onSettled: groupsChanged,
  }
  const change = useMutation(api.groups.change.mutationOptions(all))
  const setPerson = useMutation(api.groups.setPerson.mutationOptions(all))
  const close = useMutation(api.groups.close.mutationOptions(all))
  return {
    isBusy: change.isPending || setPerson.isPending || close.isPending,
    change(wanted: Inputs['groups']['change'], before: Inputs['groups']['change'], said: string) {
      change.mutate(wanted, { onSuccess: () => notifyUndo(said, () => change.mutate(before)) })
    },
    setPerson(wanted: Inputs['groups']['setPerson'], said: string) {
      setPerson.mutate(wanted, {
        onSuccess: () => notifyUndo(said, () => setPerson.mutate({ ...wanted, on: !wanted.on })),
      })
    },
    close(wanted: Inputs['groups']['close'], said: string) {
      close.mutate(wanted, {
        onSuccess: () => notifyUndo(said, () => close.mutate({ ...wanted, closed: !wanted.closed })),
      })
    },
  }
}
