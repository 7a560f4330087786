import type { AnyContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../../src-core/contract.ts'
import { metaOf } from '../../src-core/database/dispatcher.ts'

/** Every operation with its kind, callers and JSON schemas. */
export function listOperations() {
  return Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations as Record<string, AnyContractProcedure>).map(([name, procedure]) => {
      const meta = metaOf(procedure)
      const { inputSchema, outputSchema } = procedure['~orpc']
      return {
        name: `${feature}.${name}`,
        kind: meta.kind,
        callers: meta.callers,
        long: meta.long === true,
        input: schemaOf(inputSchema),
        output: meta.long ? undefined : schemaOf(outputSchema),
      }
    }),
  )
}

const schemaOf = (schema: unknown): unknown =>
  schema instanceof z.ZodType ? z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) : undefined
