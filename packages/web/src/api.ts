/** The typed client of every operation. The contract is a type here: its schemas stay on the server. */
import type { Contract } from '@foreword/core/contract'
import {
  type ClientContext,
  type ClientLink,
  createORPCClient,
  DynamicLink,
  type InferClientInputs,
  type InferClientOutputs,
} from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isReached, noteReached, subscribeConnection } from './connection.ts'
import { isRefusal, refusalOf } from './refusal.ts'

export type Client = ContractRouterClient<Contract>
/** What an operation takes and gives: `Outputs['people']['list']`. */
export type Inputs = InferClientInputs<Client>
export type Outputs = InferClientOutputs<Client>

const http = new RPCLink({
  url: `${window.location.origin}/rpc`,
  // a form on another site cannot set a header: the server takes no change without it
  headers: { 'x-foreword': '1' },
  async fetch(request, init) {
    try {
      // what is sent while the page is being closed is still delivered
      const answer = await fetch(request, { ...init, keepalive: document.visibilityState === 'hidden' })
      noteReached(true)
      return answer
    } catch (error) {
      if (!request.signal.aborted) noteReached(false)
      throw error
    }
  },
})

/** Answers calls about what is stored nowhere, in place of the server: none of them leaves this browser. */
export interface StandIn extends ClientLink<ClientContext> {
  takes(path: readonly string[], input: unknown): boolean
}
const standIns = new Set<StandIn>()

/** `one` is asked from now on, until what this gives back is called. */
export function standIn(one: StandIn): () => void {
  standIns.add(one)
  return () => standIns.delete(one)
}
const inPlaceOfTheServer = (path: readonly string[], input: unknown) =>
  [...standIns].find((one) => one.takes(path, input))

export const client: Client = createORPCClient(
  new DynamicLink((_, path, input) => inPlaceOfTheServer(path, input) ?? http),
)

/**
 * The same operations over the live socket, for those that stream; over HTTP (as server-sent events) where no
 * socket can be opened. Use it through `useLive`.
 */
export const live: Client = createORPCClient(
  new DynamicLink(
    async (_, path, input) =>
      inPlaceOfTheServer(path, input) ?? (await import('./socket.ts')).socketLink() ?? http,
  ),
)

/** Query and mutation options for every operation: `useQuery(api.people.list.queryOptions())`. */
export const api = createTanstackQueryUtils(client)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      // the session ended meanwhile; a form keeps what was typed and says so itself
      if (isRefusal(error, 'not-signed-in'))
        void queryClient.invalidateQueries({ queryKey: api.people.me.key() })
    },
  }),
  defaultOptions: {
    queries: {
      // the server is near, and live events refresh what others change
      staleTime: 5_000,
      networkMode: 'always',
      retry: (failures, error) => refusalOf(error).kind === 'unreachable' && failures < 3,
    },
    mutations: { networkMode: 'always' },
  },
})

// what could not be asked for while the server was away is asked for again
subscribeConnection(() => {
  if (isReached()) void queryClient.invalidateQueries()
})
