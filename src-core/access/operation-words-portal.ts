type Words = Readonly<Record<string, string>>

const tr: Words = {
  'access.portalSelf': 'Portalda kendini görme',
  'access.setPortalLanguage': 'Portal dilini değiştirme',
  'access.acceptNotice': 'Aydınlatma metnini onaylama',
  'access.myData': 'Kendi verilerini alma',
  'access.closeMyAccount': 'Kendi hesabını kapatma',
  'access.portalAccounts': 'Portal hesaplarını görme',
  'access.lockPortalAccount': 'Portal hesabını kilitleme ya da açma',
  'access.setPortalDuties': 'Portal hesabının görevlerini belirleme',
  'notices.outbox': 'Giden iletileri görme',
  'notices.sendAgain': 'İletileri yeniden gönderme',
  'needs.myNeeds': 'Kendi ihtiyaç formunu görme',
  'needs.saveMyDraft': 'Form taslağını saklama',
  'needs.submitMyForm': 'İhtiyaç formunu gönderme',
  'needs.unitForms': 'Birimin formlarını görme',
  'needs.unitForm': 'Birimden bir formu görme',
  'needs.decideForm': 'Formu onaylama ya da geri gönderme',
  'plan.myTrainings': 'Kendi planını görme',
  'certificates.checkPublicly': 'Sertifikayı portalda doğrulama',
}

const en: Words = {
  'access.portalSelf': 'Seeing oneself on the portal',
  'access.setPortalLanguage': 'Changing the portal’s language',
  'access.acceptNotice': 'Accepting the privacy notice',
  'access.myData': 'Fetching one’s own data',
  'access.closeMyAccount': 'Closing one’s own account',
  'access.portalAccounts': 'Seeing portal accounts',
  'access.lockPortalAccount': 'Locking or opening a portal account',
  'access.setPortalDuties': 'Setting a portal account’s duties',
  'notices.outbox': 'Seeing outgoing mails',
  'notices.sendAgain': 'Sending mails again',
  'needs.myNeeds': 'Seeing one’s own needs form',
  'needs.saveMyDraft': 'Keeping a draft of the form',
  'needs.submitMyForm': 'Sending in the needs form',
  'needs.unitForms': 'Seeing the unit’s forms',
  'needs.unitForm': 'Seeing a form of the unit',
  'needs.decideForm': 'Approving or returning a form',
  'plan.myTrainings': 'Seeing one’s own plan',
  'certificates.checkPublicly': 'Verifying a certificate on the portal',
}

/** What the operations of the portal are called in the log, by `feature.operation`. */
export const portalOperationWords = { tr, en } as const
