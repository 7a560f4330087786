import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, the longest first. */
const long = [/sync[/\\]model/, /database[/\\]histories/, /portal[/\\](rights|join|faults)/, /store[/\\].*(kill|power)/]

const rank = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((name) => name.test(moduleId))
  return place === -1 ? long.length : place
}

/** What takes longest begins first: begun last, it would keep one core busy when the others have nothing left. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
