import { formatDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import { fieldName } from './field-names.ts'
import type { IssueCode, IssueValues } from './issue.ts'

type Sentences = { readonly [C in IssueCode]: (values: IssueValues[C]) => string }

const field = (key: string): string => `“${fieldName(key, 'tr')}”`

const hiddenWhat = {
  rows: (count: number, names: string) =>
    `${count} gizli satır okunmadı: ${names}. Okunsun isterseniz dosyada görünür yapın ve yeniden yükleyin.`,
  columns: (count: number, names: string) =>
    `${count} gizli sütun okunmadı: ${names}. Gerekliyse eşleme ekranında seçin.`,
  sheet: (_: number, names: string) =>
    `“${names}” sayfası gizli olduğu için okunmadı. Gerekliyse dosyada görünür yapın ve yeniden yükleyin.`,
} as const

/** What happened, what it means, what to do: one sentence or two a code, in Turkish. */
export const turkishSentences: Sentences = {
  E10: () =>
    'İlk 30 satırda sütun başlığı bulunamadı; hangi sütunun ne olduğu bilinmiyor. Başlık satırını eşleme ekranında gösterin.',
  E11: (v) => `${field(v.field)} sütunu bulunamadı; bu sütun olmadan satırlar okunamaz. Eşleme ekranında sütunu seçin.`,
  E12: (v) =>
    `“${v.registryNo}” sicil numarası personel listesinde yok. Numarayı düzeltin ya da personel listesini güncelleyin.`,
  E13: (v) =>
    `“${v.text}” için ${v.count} kişi bulundu; hangisi olduğu belli değil. Sicil numarasını ve istihdam türünü yazın.`,
  E14: (v) =>
    v.why === 'inactive'
      ? `${v.name} artık görevde görünmüyor; bu dönem için talebi alınamaz. Kişi görevdeyse personel listesini güncelleyin.`
      : `${v.name} istihdam türü nedeniyle bu dönemde talepte bulunamaz. Satırı çıkarın ya da dönemin ayarındaki türleri gözden geçirin.`,
  E15: (v) => `“${v.unit}” adlı birim bulunamadı. Birimi listeden seçin; seçiminiz sonraki dosyalar için hatırlanır.`,
  E16: () => 'Satırda birim yazmıyor ve sayfa için birim seçilmedi. Sayfanın birimini seçin.',
  E17: (v) => `“${v.name}” adında personel bulunamadı. Adı düzeltin ya da sicil numarasını yazın.`,
  E18: (v) => `“${v.text}” sizin biriminizden değil; yalnızca kendi biriminizin satırları alınır. Satırı çıkarın.`,
  E21: (v) => `${field(v.field)} alanındaki “${v.text}” tarih olarak anlaşılamadı. Tarihi 31.12.2026 biçiminde yazın.`,
  E22: (v) => `${field(v.field)} alanındaki “${v.text}” sayı olarak anlaşılamadı. Yalnız sayıyı yazın.`,
  E23: (v) => `${field(v.field)} alanında “${v.text}” diye bir seçenek yok. Listedeki değerlerden birini yazın.`,
  E24: (v) =>
    `${field(v.field)} alanındaki “${v.text}” iki türlü okunabiliyor: ${formatDate(v.dayFirst)} ya da ${formatDate(v.monthFirst)}. Sütunda iki yazım da var; tarihi ay adıyla yazın.`,
  E25: (v) => `${field(v.field)} boş; bu alan olmadan satır alınamaz. Hücreyi doldurun ya da satırı silin.`,
  E26: (v) =>
    `${field(v.field)} ${formatNumber(v.length)} karakter; en çok ${formatNumber(v.limit)} karakter alınabilir. Metni kısaltın.`,
  E27: (v) =>
    `Hücredeki formül “${v.text}” hatası veriyor; değer okunamadı. Formülü düzeltin ya da yerine değeri yazın.`,
  E28: (v) =>
    `${field(v.field)} alanındaki “${v.text}” izin verilen aralıkta değil. ${formatNumber(v.least)} ile ${formatNumber(v.most)} arasında bir sayı yazın.`,
  E29: (v) =>
    `${v.text} dosyada ${v.row}. satırda başka bilgilerle de var; hangisinin doğru olduğu belli değil. Satırlardan birini silin.`,
  E38: (v) => `${field(v.field)}: “${v.text}” zaten ${v.name} kaydına ait. Başka bir değer yazın ya da satırı silin.`,
  E39: (v) => `${v.from}–${v.to}: bitiş, başlangıçtan sonra olmalı. Birini düzeltin.`,
  E40: (v) => `Ön koşullar bir çember oluşturuyor: ${v.path}. Birini çıkarın.`,
  E42: (v) => `${v.name} şu konuların ön koşulu olduğu için kaldırılamaz: ${v.topics}. Önce ön koşulları değiştirin.`,
  E31: (v) => `“${v.topic}” konusu katalogda bulunamadı. Katalogdan bir konu seçin ya da yeni konu olarak önerin.`,
  E32: (v) => `“${v.topic}” adıyla katalogda ${v.count} konu var; hangisi olduğu belli değil. Konunun kodunu yazın.`,
  E33: (v) => `“${v.topic}” konusu artık sunulmuyor. Yerine geçen konuyu seçin.`,
  E35: (v) =>
    `${v.name} kapatılamaz: ${formatNumber(v.staff)} personeli, ${formatNumber(v.units)} alt birimi var. Önce onları başka yere alın ya da satırı etkin bırakın.`,
  E36: (v) => `${v.name}, kendi altındaki ${v.parent} birimine bağlanamaz. Üst birimi düzeltin.`,
  E37: (v) =>
    `${v.code} kodu ${v.byCode} biriminin, satırdaki ad ise ${v.byName} diyor. Hangisi doğruysa ötekini ona göre düzeltin.`,
  E41: (v) =>
    `${v.name} için ${v.count} talep var; bu dönemde kişi başına en çok ${v.limit} talep alınabilir. Fazla satırları çıkarın.`,
  W11: (v) =>
    `${v.sheet ? `“${v.sheet}” sayfasının ${v.row}.` : `${v.row}.`} satırıyla aynı; iki satır tek talep sayılır.`,
  W12: (v) =>
    `${v.name} için “${v.topic}” talebi bu dönemde zaten var. Yeni satır açılmaz; bu dosya da talebin kaynaklarına eklenir.`,
  W13: (v) =>
    `Satırda “${v.text}” yazıyor, ama ${v.registryNo} sicil numarası ${v.name} adına kayıtlı. Numara esas alınır; yanlışsa düzeltin.`,
  W14: (v) => hiddenWhat[v.what](v.count, v.names),
  W15: (v) => `“${v.text}” bir toplam satırı; talep olarak okunmadı.`,
  W16: (v) => `Şu ifadeler ölçeğin aynı basamağı sayıldı: ${v.labels}. Farklılarsa eşleme ekranında ayırın.`,
  W17: (v) =>
    `“${v.column}” sütununda boş bırakılan ${formatNumber(v.count)} hücre, üstündeki değerle okundu. Böyle değilse eşleme ekranında kapatın.`,
  W18: (v) =>
    `Sayfada ${formatNumber(v.count)} formül var; formüller çalıştırılmadı, dosyada kayıtlı son değerleri okundu.`,
  W19: () => 'Dosyadaki Türkçe harfler bozulmuştu (ğ yerine ð gibi) ve onarıldı. Birkaç adı gözden geçirin.',
  W20: (v) =>
    `${field(v.field)} alanında ${v.shown} görünüyor; tarih biçimli hücreye ${v.year} yılı yazılmış. ${v.year} olarak okundu.`,
  W21: (v) =>
    `${field(v.field)} sütunundaki tarihler ${v.order === 'dmy' ? 'gün-ay-yıl' : 'ay-gün-yıl'} sırasıyla okundu, çünkü sütunda başka türlü okunamayan tarihler var. Birkaçını gözden geçirin.`,
  W22: (v) =>
    `${formatNumber(v.count)} formülün hesaplanmış değeri dosyada yok; bu hücreler boş okundu. Dosyayı Excel'de açıp kaydedin ve yeniden yükleyin.`,
  W23: (v) => `Tek başına duran “${v.text}” metni hiçbir satıra bağlanamadı ve okunmadı.`,
  W24: (v) =>
    `${field(v.field)} alanındaki “${v.text}” ${v.value} olarak okundu; nokta ya da virgülün ne ayırdığı sütundan anlaşılmıyor. Yanlışsa düzeltin.`,
  W25: (v) => `“${v.text}” sicil numarasının başındaki sıfırlar dosyada kaybolmuş; ${v.registryNo} olarak bulundu.`,
  W26: (v) => `“${v.name}” başlığı birden çok sütunda var; sütunlar ${v.names} olarak ayrıldı.`,
  W27: (v) =>
    `Başlığı olmayan sütunlarda ${formatNumber(v.count)} dolu hücre okunmadı: ${v.columns}. Gerekliyse bu sütunlara başlık yazın.`,
  W28: (v) =>
    `${v.masked} T.C. kimlik numarasının kontrol basamakları tutmuyor. Numarayı kontrol edin; satır yine de alınır.`,
  W29: (v) => `“${v.text}” kısaltması ${v.unit} olarak anlaşıldı. Yanlışsa birimi listeden seçin.`,
  W31: (v) => `“${v.topic}” katalogda yok; yeni konu önerisi olarak kaydedilecek. Katalog siz onaylayınca değişir.`,
  W32: (v) =>
    `“${v.text}” adından ${v.unit} biriminde ${v.registryNo} sicilli ${v.name} bulundu. Aynı kişiyse onaylayın.`,
  W33: (v) =>
    `${formatNumber(v.count)} satırda kişi yazmıyor; bu satırlar seçtiğiniz birimin kişi sayısı olarak alınır.`,
  W34: (v) =>
    `“${v.text}” ölçeğin bir basamağı değil (${formatNumber(v.count)} hücre) ve okunmadı. Hangi basamak olduğunu eşleme ekranında seçin.`,
  W35: (v) => `${field(v.field)} alanındaki “${v.text}” anlaşılamadı ve alınmadı; kayıttaki değer kalır.`,
  W36: (v) => `${v.row}. satırla aynı; bir kez alınır.`,
  W37: (v) => `“${v.title}” unvanı kayıtlı değil; ${formatNumber(v.count)} kişi için unvan listesine eklenecek.`,
  W38: (v) => `${field(v.field)} içindeki “${v.text}” kayıtlarda bulunamadı; ötekiler alındı. Yazılışına bakın.`,
  E43: (v) => `Planda ${v.number} numaralı satır yok. Numarayı düzeltin; satır yeniyse hücreyi boş bırakın.`,
  E44: (v) =>
    `${v.number}. satır (${v.name}) iptal edilmiş, ertelenmiş, başlamış ya da bitmiş; dosyayla değiştirilemez.`,
  E45: (v) =>
    `Bu dosya ${v.year} planından alınmış, açık plan ise ${v.planYear}. ${v.year} planını açıp oraya yükleyin.`,
  E46: (v) =>
    `“${v.text}” ${v.currency} cinsinden ve kuru verilmedi; kendiliğinden çevrilmez. ${v.currency} kurunu yazın ya da tutarı lira olarak girin.`,
  E47: (v) => `“${v.text}” içinde ay bulunamadı. “Mart”, “10-15 Mart” ya da “12.03.2027” gibi yazın.`,
  W39: (v) => `${field(v.field)} alanındaki “${v.text}”, ${v.value} olarak okundu. Yanlışsa düzeltin.`,
  W40: (v) => `${field(v.field)} boş; yerine ${v.value} alındı. Yanlışsa doldurun.`,
  W41: (v) => `“${v.text}” başlığının kendi numarası çıkarıldı: “${v.title}”.`,
  W42: (v) => `“${v.text}” katalogda yok; satır bu adla, konusuz alınır. Bir konuysa konunun kodunu yazın.`,
  W43: (v) => `Zaman için “${v.text}” yazıyor; satır aysız alınır.`,
  W44: (v) => `“${v.text}” ${v.year} yılında, plan başka yılın; yalnız ayı alındı: ${v.month}.`,
  W45: (v) =>
    `Planda bu eğitim zaten var (${v.number}. satır, ${v.name}); bu satır ikinci kez eklenir. Aynısıysa silin.`,
  W46: (v) => `${v.row}. satırdan sonra sütunlar başka; kendi başlığıyla okundu: ${v.columns}.`,
  W47: (v) => `“${v.text}” başlığı bir birim değil; altındaki satırların açıklamasına yazıldı.`,
  W48: (v) => `Bir kerede bir sayfa okunur; okunmayan sayfalar: ${v.names}. Gerekirse onları da ayrıca yükleyin.`,
  W49: (v) => `${field(v.field)} alanındaki “${v.text}” alınmadı; bu bilgi dosyayla değişmez.`,
}
