/**
 * How the columns of annual plans are headed where the word can mean nothing else; what is as common as `Tarih` or `Fee`
 * is known to the plan's own import alone.
 */
export const planSynonyms = {
  planNo: ['Plan Satır No', 'Plan line no'],
  groups: ['Grup Sayısı', 'Groups'],
  groupSize: ['Grup Mevcudu', 'Group size'],
  planTime: ['Ay / Tarih', 'Month / date'],
  duration: ['Süre (gün)', 'Duration (days)'],
  priority: ['Eğitimin Önceliği', 'Training priority'],
  responsible: ['Sorumlu', 'Responsible'],
  permissionNo: ['Bakanlık İzin No', 'Ministry permission no'],
  lineState: ['Satır Durumu', 'State of line'],
  costFee: ['Katılım Ücreti (₺)', 'Fee (₺)'],
  costTrainer: ['Eğitmen Ücreti (₺)', 'Trainer cost (₺)'],
  costRoom: ['Salon Gideri (₺)', 'Room cost (₺)'],
  costMaterial: ['Malzeme Gideri (₺)', 'Material cost (₺)'],
  costTravel: ['Ulaşım Gideri (₺)', 'Travel cost (₺)'],
  costLodging: ['Konaklama Gideri (₺)', 'Lodging cost (₺)'],
  costMeal: ['Yemek Gideri (₺)', 'Meal cost (₺)'],
  costInterpreter: ['Tercüman Gideri (₺)', 'Interpreter cost (₺)'],
  costPrint: ['Baskı Gideri (₺)', 'Printing cost (₺)'],
  costOther: ['Diğer Gider (₺)', 'Other cost (₺)'],
} as const
