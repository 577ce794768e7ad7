import type { EditorState, PluginKey } from 'prosemirror-state'

/** What a plugin holds, for components that are drawn again when it is another. */
export interface PluginStore<State> {
  current: () => State
  subscribe: (listener: () => void) => () => void
}

export function pluginStore<State>(key: PluginKey<State>, initial: State) {
  let now = initial
  const listeners = new Set<() => void>()
  const store: PluginStore<State> = {
    current: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  /** For the `view` of the plugin. */
  const follow = () => ({
    update({ state }: { state: EditorState }) {
      const next = key.getState(state)
      if (next === undefined || next === now) return
      now = next
      for (const listener of listeners) listener()
    },
  })
  return { store, follow }
}
