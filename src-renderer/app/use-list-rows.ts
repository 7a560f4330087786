import { useEffect, useMemo, useRef, useState } from 'react'
import type { ServerRows } from '../ui/table/rows.ts'
import { onDataChanged } from './api.ts'

/** The rows of a list that lives in the service, for `DataTable`; read again whenever something in the academy has changed. */
export function useListRows<Row>(fetch: ServerRows<Row>['fetch']): ServerRows<Row> {
  const [version, setVersion] = useState(0)
  const latest = useRef(fetch)
  latest.current = fetch
  useEffect(() => onDataChanged(() => setVersion((before) => before + 1)), [])
  return useMemo(() => ({ fetch: (request) => latest.current(request), version }), [version])
}
