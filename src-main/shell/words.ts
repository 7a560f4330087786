import type { HostLanguage } from '../../src-preload/bridge.ts'

const turkish = {
  file: 'Dosya',
  settings: 'Ayarlar…',
  quit: 'Akademi’den Çık',
  edit: 'Düzen',
  undo: 'Geri Al',
  redo: 'Yinele',
  cut: 'Kes',
  copy: 'Kopyala',
  paste: 'Yapıştır',
  selectAll: 'Tümünü Seç',
  view: 'Görünüm',
  zoomIn: 'Yakınlaştır',
  zoomOut: 'Uzaklaştır',
  zoomReset: 'Gerçek Boyut',
  fullScreen: 'Tam Ekran',
  reload: 'Sayfayı Yeniden Yükle',
  developerTools: 'Geliştirici Araçları',
  help: 'Yardım',
  guide: 'Kullanım Kılavuzu',
  about: 'Akademi Hakkında',
  leaveTitle: 'Kaydedilmemiş değişiklikler var',
  leaveDetail: 'Pencere şimdi kapanırsa yazdıklarınız kaybolur.',
  leaveStay: 'Pencerede Kal',
  leaveClose: 'Yine de Kapat',
  pageLostTitle: 'Akademi’nin penceresi art arda kapandı',
  faultTitle: 'Akademi beklenmedik bir hata yüzünden kapanıyor',
  passOnLogs:
    'Kayıtlı verileriniz yerinde duruyor. Akademi’yi yeniden açın; sorun sürerse şu klasördeki günlükleri bilgi işlem biriminize gönderin: ',
}

/** What the host itself says: menu and questions. The page's words are the page's. */
export type Words = Readonly<Record<keyof typeof turkish, string>>

const english = {
  file: 'File',
  settings: 'Settings…',
  quit: 'Quit Akademi',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  zoomReset: 'Actual Size',
  fullScreen: 'Full Screen',
  reload: 'Reload Page',
  developerTools: 'Developer Tools',
  help: 'Help',
  guide: 'User Guide',
  about: 'About Akademi',
  leaveTitle: 'There are unsaved changes',
  leaveDetail: 'If the window closes now, what you typed is lost.',
  leaveStay: 'Stay',
  leaveClose: 'Close Anyway',
  pageLostTitle: 'The window of Akademi ended several times in a row',
  faultTitle: 'Akademi has to close because of an unexpected fault',
  passOnLogs:
    'Your saved data is untouched. Open Akademi again; if it goes on, send the logs in this folder to your IT department: ',
} satisfies Words

/** The host's words in one language. */
export const words = (language: HostLanguage): Words => (language === 'tr' ? turkish : english)

/** The language of a computer whose locale is `locale` (BCP 47); Turkish where it does not say. */
export const languageOf = (locale: string): HostLanguage => (locale === '' || /^tr\b/i.test(locale) ? 'tr' : 'en')
