import { useEffect, useState } from 'react'
import type { PageRequest } from '../../../src-core/kernel/page.ts'
import { onDataChanged } from '../../app/api.ts'
import { useListRows } from '../../app/use-list-rows.ts'
import type { ServerRows } from '../../ui/table/rows.ts'

const nothingChosen: PageRequest = { start: 0, end: 1, sort: [], filter: {}, search: '' }

/** The rows of a list, and whether there is none at all: lists begin filtered, and that alone is no reason to say so. */
export function useRowsOrNothing<Row>(fetch: ServerRows<Row>['fetch']) {
  const [isEmpty, setEmpty] = useState(false)
  const server = useListRows<Row>(async (request) => {
    const page = await fetch(request)
    if (page.total === 0 && request.search === '') setEmpty((await fetch(nothingChosen)).total === 0)
    return page
  })
  useEffect(() => onDataChanged(() => setEmpty(false)), [])
  return { server, isEmpty }
}
