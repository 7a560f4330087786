import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { Attachments } from './Attachments.tsx'
import { AuditPack } from './AuditPack.tsx'
import classes from './delegations.module.css'
import { Portraits } from './Portraits.tsx'

/** What belongs to a delegation on paper, and all of it in one pack. */
export function FilesTab({ file }: { readonly file: Delegation }) {
  return (
    <div className={classes.page}>
      <AuditPack file={file} />
      <Attachments requestId={file.requestId} delegationId={file.id} />
      <Portraits delegationId={file.id} />
    </div>
  )
}
