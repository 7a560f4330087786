import type { OperationError, StoreProblem } from '../../src-core/kernel/errors.ts'

const storeSentences: Readonly<Record<StoreProblem, string>> = {
  inUse:
    'Bu klasördeki akademi başka bir pencerede ya da programda açık. Önce onu kapatın ya da --store ile başka bir klasör verin. / The academy in this folder is open in another window or program. Close it first, or name another folder with --store.',
  full: 'Disk dolu. Yer açıp yeniden deneyin; kaydedilmiş hiçbir şey kaybolmadı. / The disk is full. Free some space and try again; nothing that was saved is lost.',
  readOnly:
    'Klasöre yazılamıyor. Yazma izni verin ya da --store ile başka bir klasör seçin. / The folder cannot be written to. Allow writing or choose another folder with --store.',
  noAccess:
    'Klasöre erişilemiyor. İzinleri denetleyin ya da --store ile başka bir klasör seçin. / The folder cannot be reached. Check its permissions or choose another folder with --store.',
  locked:
    'Veritabanı başka bir program tarafından kilitli (virüs tarayıcı, yedekleme). Birazdan yeniden deneyin. / The database is locked by another program (virus scanner, backup). Try again shortly.',
  damaged:
    'Veritabanı hasarlı ya da bu akademinin değil; olduğu gibi bırakıldı. “akademi backups” yedekleri listeler, “akademi restore” birini geri yükler. / The database is damaged or belongs to another academy; it was left as it is. “akademi backups” lists the backups, “akademi restore” restores one.',
  newer:
    'Bu akademi Akademi’nin daha yeni bir sürümüyle açılmış; olduğu gibi bırakıldı. Programı güncelleyin. / This academy was opened by a newer version of Akademi; it was left as it is. Update the program.',
  older:
    'Veritabanının yapısı bu sürümden eski. Önce bir kez “npm run portal -- migrate” çalıştırın. / The database has the schema of an older version. Run “npm run portal -- migrate” once first.',
  replaced:
    'Veritabanı dosyası burada son kullanılan dosya değil (eski bir kopya, başka bir akademinin dosyası ya da yanındaki “-wal” dosyası eksik ya da yabancı); olduğu gibi bırakıldı. Değiştirdiğiniz dosyayı geri koyun ya da bir yedeği “akademi restore” ile yükleyin. / The database file is not the one last used here (an older copy, another academy’s file, or its “-wal” file is missing or foreign); it was left as it is. Put the file you replaced back, or restore a backup with “akademi restore”.',
  missing:
    'Bu klasörde bir akademi vardı, veritabanı dosyası yerinde yok. Dosyayı geri koyun ya da son yedeği “akademi restore” ile yükleyin. / There was an academy in this folder and its database file is gone. Put the file back, or restore the latest backup with “akademi restore”.',
  uncertain:
    'Disk en son anda hata verdi; son değişikliğin yazılıp yazılmadığı belli değil. Diski denetleyin, listeye bakın, görünmüyorsa yineleyin. / The disk failed at the last moment, so it is not certain that the last change was kept. Check the disk, look at the list and repeat it if it is not there.',
  other:
    'Disk okuma ya da yazma hatası verdi. Diski denetleyip yeniden deneyin. / The disk reported a read or write error. Check the disk and try again.',
}

/** What a terminal says about a refusal, in both languages since nobody has signed in. */
export function refusalText(error: OperationError): string {
  if (error.code !== 'STORE_FAILED') return `${error.code} ${JSON.stringify(error.data)}`
  const { problem, folder } = (error as OperationError<'STORE_FAILED'>).data
  return folder ? `${storeSentences[problem]} (${folder})` : storeSentences[problem]
}
