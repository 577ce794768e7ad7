import { contract } from '@foreword/core/contract'
import { permissions } from '@foreword/core/people/permissions'
import type { AnyContractProcedure, InferSchemaOutput } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import type { RequestContext } from './call.ts'
import { asRefusal, guard, type RightFinders } from './guard.ts'

/** The contract, ready to be bound: every operation stands behind the guard, with the request's context. */
export function createOs(finders: RightFinders) {
  const door = guard(permissions, finders)
  return implement(contract)
    .$context<RequestContext>()
    .use(async ({ context, path, next }, input) => {
      await door(context, path, input)
      try {
        return await next()
      } catch (error) {
        // the answer says only that it failed; why is for whoever runs the server
        if (!(error instanceof ORPCError))
          context.services.log.error({ error, operation: path.join('.') }, 'an operation failed')
        throw asRefusal(error)
      }
    })
}
export type Os = ReturnType<typeof createOs>

/** What each action of a noun is given: the contract's input, parsed. */
export type Inputs<Router> = {
  [Name in keyof Router]: Router[Name] extends AnyContractProcedure
    ? InferSchemaOutput<NonNullable<Router[Name]['~orpc']['inputSchema']>>
    : never
}
