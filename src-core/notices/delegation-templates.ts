import type { Spoken } from './templates.ts'

type DelegationCode = 'DEL-01' | 'DEL-03' | 'DEL-04' | 'DEL-05' | 'DEL-06'

/** The letters around a visit: to who asked for it, to its hosts, to its participants in the language they chose. */
export const delegationTemplates: Readonly<Record<DelegationCode, Spoken>> = {
  'DEL-01': {
    tr: {
      subject: 'Ziyaret talebiniz alındı ({{ requestNo }})',
      body: [
        'Sayın {{ name }},',
        '“{{ topic }}” konulu, {{ from }} – {{ to }} tarihleri için {{ persons }} kişilik ziyaret talebiniz {{ requestNo }} numarasıyla kaydedildi.',
        'Talebiniz değerlendirildikten sonra karar size yazıyla bildirilir; durumunu, bu adresle açılmış kurum hesabıyla portaldan da izleyebilirsiniz.',
      ],
      action: { label: 'Taleplerimi göster', path: '/visit' },
    },
    en: {
      subject: 'Your visit request has been received ({{ requestNo }})',
      body: [
        'Dear {{ name }},',
        'Your request for a visit on “{{ topic }}” from {{ from }} to {{ to }}, for {{ persons }} persons, has been entered under number {{ requestNo }}.',
        'You will have our decision in writing once the request has been assessed; a portal account of your body under this address shows how it stands.',
      ],
      action: { label: 'Show my requests', path: '/visit' },
    },
  },
  'DEL-03': {
    tr: {
      subject: '{{ title }}: ev sahipliği için yanıtınız bekleniyor',
      body: [
        'Sayın {{ name }},',
        '“{{ title }}” programında sizden ev sahipliği beklenen saatler aşağıdaki bağlantıdadır. Her saat için kabul edebilir, başka bir saat önerebilir ya da uygun olmadığını bildirebilirsiniz.',
        'Bağlantı size özeldir, hesap gerektirmez ve {{ until }} gününün sonuna kadar geçerlidir. Lütfen başkasına iletmeyin.',
      ],
      action: { label: 'Saatleri gör ve yanıtla', path: '/k#{{ token }}' },
    },
    en: {
      subject: '{{ title }}: your answer as a host is awaited',
      body: [
        'Dear {{ name }},',
        'The link below shows the hours of “{{ title }}” for which you are asked to be the host. For each of them you may accept, propose another time or decline.',
        'The link is personal, needs no account and works until the end of {{ until }} (Istanbul time). Please do not pass it on.',
      ],
      action: { label: 'See and answer', path: '/k#{{ token }}' },
    },
  },
  'DEL-04': {
    tr: {
      subject: 'Hatırlatma – {{ title }}: {{ count }} saat için yanıtınız bekleniyor',
      body: [
        'Sayın {{ name }},',
        '“{{ title }}” programında sizden ev sahipliği beklenen {{ count }} saate henüz yanıt vermediniz.',
        'Bağlantı {{ until }} gününün sonuna kadar geçerlidir. Ev sahipliği mümkün değilse bunu bildirmeniz de programı kesinleştirmemize yardımcı olur.',
      ],
      action: { label: 'Saatleri gör ve yanıtla', path: '/k#{{ token }}' },
    },
    en: {
      subject: 'Reminder – {{ title }}: your answer is awaited',
      body: [
        'Dear {{ name }},',
        'Hours of “{{ title }}” for which you are asked to be the host still wait for your answer: {{ count }}.',
        'The link works until the end of {{ until }} (Istanbul time). To hear that you cannot be the host helps us as well.',
      ],
      action: { label: 'See and answer', path: '/k#{{ token }}' },
    },
  },
  'DEL-05': {
    tr: {
      subject: '{{ title }}: ev sahibi olduğunuz saatler değişti',
      body: [
        'Sayın {{ name }},',
        '“{{ title }}” programında sizi ilgilendiren saatler değişti: {{ changes }}.',
        'Programın size ait bölümünün son hâli aşağıdaki bağlantıdadır; yeni saatler size uygun değilse oradan bildirebilirsiniz.',
      ],
      action: { label: 'Programı göster', path: '/k#{{ token }}' },
    },
    en: {
      subject: '{{ title }}: your hours as a host have changed',
      body: [
        'Dear {{ name }},',
        'Hours of “{{ title }}” that concern you have changed: {{ changes }}.',
        'The link below shows your part of the programme as it stands; if the new hours do not suit you, tell us there.',
      ],
      action: { label: 'Show the programme', path: '/k#{{ token }}' },
    },
  },
  'DEL-06': {
    tr: {
      subject: '{{ title }}: katılımcı formunuz',
      body: [
        'Sayın {{ name }},',
        '“{{ title }}” programına katılımınız için gereken bilgileri aşağıdaki bağlantıdan bildirmenizi rica ederiz. Adınızı pasaportunuzda yazdığı gibi yazın; sertifikanız da öyle basılır.',
        'Bağlantı size özeldir, hesap gerektirmez ve {{ until }} gününün sonuna kadar geçerlidir. O güne kadar bilgilerinizi değiştirebilirsiniz.',
      ],
      action: { label: 'Formu aç', path: '/k#{{ token }}' },
    },
    en: {
      subject: '{{ title }}: your participant form',
      body: [
        'Dear {{ name }},',
        'Please give us through the link below what we need for your part in “{{ title }}”. Write your name as it stands in your passport; your certificate will bear it so.',
        'The link is personal, needs no account and works until the end of {{ until }} (Istanbul time). Until then you may change what you have sent.',
      ],
      action: { label: 'Open the form', path: '/k#{{ token }}' },
    },
    fr: {
      subject: '{{ title }} : votre formulaire de participation',
      body: [
        'Madame, Monsieur {{ name }},',
        'Nous vous prions de nous communiquer, par le lien ci-dessous, les renseignements nécessaires à votre participation au programme « {{ title }} ». Écrivez votre nom tel qu’il figure dans votre passeport : votre certificat le portera ainsi.',
        'Ce lien est personnel, ne demande pas de compte et reste valable jusqu’à la fin du {{ until }} (heure d’Istanbul). Jusque-là, vous pouvez modifier ce que vous avez envoyé.',
      ],
      action: { label: 'Ouvrir le formulaire', path: '/k#{{ token }}' },
    },
    ar: {
      subject: '{{ title }}: استمارة المشاركة الخاصة بكم',
      body: [
        'السيد/السيدة {{ name }} المحترم/ة،',
        'نرجو منكم تزويدنا عبر الرابط أدناه بالمعلومات اللازمة لمشاركتكم في برنامج «{{ title }}». يُرجى كتابة اسمكم كما هو وارد في جواز سفركم، إذ سيظهر على شهادتكم بالصيغة نفسها.',
        'هذا الرابط شخصي ولا يتطلب حسابًا، ويبقى صالحًا حتى نهاية يوم {{ until }} بتوقيت إسطنبول. ويمكنكم حتى ذلك الحين تعديل ما أرسلتموه.',
      ],
      action: { label: 'فتح الاستمارة', path: '/k#{{ token }}' },
    },
  },
}
