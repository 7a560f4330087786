import { delegationTemplates } from './delegation-templates.ts'
import type { MailCode, MailLanguage } from './mail.rules.ts'

type Template = {
  readonly subject: string
  /** Paragraphs in Liquid. `portal` is the portal's address. */
  readonly body: readonly string[]
  /** The one thing to do, and where. */
  readonly action?: { readonly label: string; readonly path: string }
}

/** Turkish and English of every mail; other languages of those that go to guests. */
export type Spoken = Readonly<Record<'tr' | 'en', Template> & Partial<Record<MailLanguage, Template>>>

/** The texts of the mails (product: mail catalogue). */
export const templates: Readonly<Record<MailCode, Spoken>> = {
  'TNA-03': {
    tr: {
      subject: '{{ year }} eğitim ihtiyaç formunuz alındı ({{ receiptNo }})',
      body: [
        'Sayın {{ name }},',
        '{{ year }} yılı eğitim ihtiyaç formunuz alındı. Alındı numaranız {{ receiptNo }}, formunuzda {{ lines }} satır var.',
        'Başvuru süresi bitene kadar formunuzu değiştirip yeniden gönderebilirsiniz. Amirinizin kararı ve planın sonucu kişisel ekranınızda görünür.',
      ],
      action: { label: 'Formumu göster', path: '/needs' },
    },
    en: {
      subject: 'Your training needs form for {{ year }} has been received ({{ receiptNo }})',
      body: [
        'Dear {{ name }},',
        'Your training needs form for {{ year }} has been received. Your receipt number is {{ receiptNo }}; the form has {{ lines }} lines.',
        'Until the window closes you may change the form and send it in again. Your manager’s decision and the result of the plan appear on your personal screen.',
      ],
      action: { label: 'Show my form', path: '/needs' },
    },
  },
  'TNA-04': {
    tr: {
      subject: 'Onayınızı bekleyen {{ count }} eğitim ihtiyaç formu var',
      body: [
        'Sayın {{ name }},',
        '{{ year }} yılı için {{ count }} eğitim ihtiyaç formu kararınızı bekliyor: {{ people }}{% if more > 0 %} ve {{ more }} kişi daha{% endif %}.',
        'Formlara {{ closesAt }} tarihine kadar karar verebilirsiniz. Bu bildirim, bekleyen form oldukça iş günlerinde bir kez gönderilir.',
      ],
      action: { label: 'Formları göster', path: '/desk' },
    },
    en: {
      subject: '{{ count }} training needs forms wait for your approval',
      body: [
        'Dear {{ name }},',
        '{{ count }} training needs forms for {{ year }} wait for your decision: {{ people }}{% if more > 0 %} and {{ more }} more{% endif %}.',
        'You may decide on them until {{ closesAt }}. While forms wait, this message comes once on every working day.',
      ],
      action: { label: 'Show the forms', path: '/desk' },
    },
  },
  'TNA-07': {
    tr: {
      subject: '{{ year }} eğitim ihtiyaç formunu göndermeyen {{ count }} kişi var',
      body: [
        'Sayın {{ name }},',
        '{{ year }} yılı başvuruları {{ closesAt }} tarihinde kapanıyor. Size bağlı çalışanlardan {{ count }} kişi henüz form göndermedi: {{ people }}{% if more > 0 %} ve {{ more }} kişi daha{% endif %}.',
        'Eğitim ihtiyacı olmayanlar boş form gönderebilir.',
      ],
      action: { label: 'Birimimin formları', path: '/desk' },
    },
    en: {
      subject: '{{ count }} people have not sent in their training needs form for {{ year }}',
      body: [
        'Dear {{ name }},',
        'The window for {{ year }} closes on {{ closesAt }}. {{ count }} of the people who answer to you have not sent in a form: {{ people }}{% if more > 0 %} and {{ more }} more{% endif %}.',
        'Who needs no training may send in an empty form.',
      ],
      action: { label: 'My unit’s forms', path: '/desk' },
    },
  },
  'TNA-10': {
    tr: {
      subject: '{{ year }} eğitim ihtiyaç formunuz size geri gönderildi',
      body: [
        'Sayın {{ name }},',
        'Amiriniz formunuzu şu notla geri gönderdi: {{ reason }}',
        'Başvuru süresi bitmeden düzeltip yeniden gönderebilirsiniz.',
      ],
      action: { label: 'Formumu göster', path: '/needs' },
    },
    en: {
      subject: 'Your training needs form for {{ year }} came back to you',
      body: [
        'Dear {{ name }},',
        'Your manager returned your form with this note: {{ reason }}',
        'You may correct it and send it in again before the window closes.',
      ],
      action: { label: 'Show my form', path: '/needs' },
    },
  },
  'SYS-01': {
    tr: {
      subject: 'Akademi hesabınızı açın',
      body: [
        'Sayın {{ name }},',
        'Bu adresle Akademi portalında hesap açılmak istendi. Aşağıdaki bağlantıdan parolanızı belirleyin; bağlantı bir saat geçerlidir ve bir kez kullanılır.',
        'İsteği siz yapmadıysanız bu iletiyi yok sayın: bağlantı kullanılmadıkça hesap açılmaz.',
      ],
      action: { label: 'Parolamı belirle', path: '/password#{{ token }}' },
    },
    en: {
      subject: 'Open your Akademi account',
      body: [
        'Dear {{ name }},',
        'Somebody asked for an account on the Akademi portal with this address. Choose your password with the link below; it holds for one hour and works once.',
        'If it was not you, ignore this message: no account opens unless the link is used.',
      ],
      action: { label: 'Choose my password', path: '/password#{{ token }}' },
    },
  },
  'SYS-02': {
    tr: {
      subject: 'Akademi parolanızı yenileyin',
      body: [
        'Sayın {{ name }},',
        'Akademi portalındaki parolanızı yenilemek için bir bağlantı istendi. Bağlantı bir saat geçerlidir ve bir kez kullanılır; kullanıldığında açık oturumlarınız kapanır.',
        'İsteği siz yapmadıysanız bu iletiyi yok sayın: parolanız değişmez.',
      ],
      action: { label: 'Parolamı yenile', path: '/password#{{ token }}' },
    },
    en: {
      subject: 'Renew your Akademi password',
      body: [
        'Dear {{ name }},',
        'Somebody asked for a link to renew your password on the Akademi portal. It holds for one hour and works once; using it closes your open sessions.',
        'If it was not you, ignore this message: your password stays as it is.',
      ],
      action: { label: 'Renew my password', path: '/password#{{ token }}' },
    },
  },
  'SYS-03': {
    tr: {
      subject: 'Akademi portalını yönetmeye davet edildiniz',
      body: [
        'Sayın {{ name }},',
        'Akademi portalının yöneticisi olarak eklendiniz. Aşağıdaki bağlantıdan parolanızı belirleyin; bağlantı bir saat geçerlidir ve bir kez kullanılır.',
        'Yönetim ekranı, ikinci doğrulama adımını kurduktan sonra açılır.',
      ],
      action: { label: 'Parolamı belirle', path: '/password#{{ token }}' },
    },
    en: {
      subject: 'You are invited to administer the Akademi portal',
      body: [
        'Dear {{ name }},',
        'You were added as an administrator of the Akademi portal. Choose your password with the link below; it holds for one hour and works once.',
        'The administration opens once you have set up a second factor.',
      ],
      action: { label: 'Choose my password', path: '/password#{{ token }}' },
    },
  },
  'SYS-04': {
    tr: {
      subject: 'Ziyaret başvurunuzu onaylayın',
      body: [
        'Sayın ilgili,',
        'Portalımızda bir ziyaret başvurusu yazıldı ve iletişim için bu adres verildi. Başvuru, aşağıdaki bağlantıdan onaylandığında bize ulaşır; bağlantı {{ hours }} saat geçerlidir.',
        'Başvuruyu siz yazmadıysanız bu iletiyi yok sayın: onaylanmayan başvuru silinir.',
      ],
      action: { label: 'Başvuruyu onayla ve gönder', path: '/visit#{{ token }}' },
    },
    en: {
      subject: 'Please confirm your visit request',
      body: [
        'Dear Sir or Madam,',
        'A visit request was written on our portal, with this address for contact. It reaches us once it is confirmed with the link below, which holds for {{ hours }} hours.',
        'If it was not you, ignore this message: a request that is not confirmed is deleted.',
      ],
      action: { label: 'Confirm and send the request', path: '/visit#{{ token }}' },
    },
  },
  ...delegationTemplates,
}
