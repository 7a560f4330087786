const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Given names of women, common ones of four generations. */
export const womensNames = words(`
  Ayşe Fatma Emine Hatice Zeynep Elif Meryem Merve Esra Zehra Büşra Kübra Özlem Yasemin Hülya Sevgi Leyla Songül Tuğba Gülşen
  Filiz Derya Sibel Pınar Aysel Nurcan Gamze Dilek Serpil Nuray Hacer Rabia Şerife Sultan Melek Ebru Sevim Gülay Cemile Aslı
  Seda Burcu Hanife Şule Döndü Nermin Selma Nazlı Gizem Deniz Aynur Ceren Şeyma Beyza Ece İrem Damla Melis Tuğçe Buse
  Sude Aleyna Nisa Ecrin Defne Azra Eylül Nehir Ela Asya Ada Duru Mina Lina Masal Öykü Arya Zümra İpek Irmak
  Işıl Işık Nilüfer Nihal Nilgün Neslihan Nesrin Nurhan Nevin Nimet Necla Naciye Nurten Nuran Neriman Müjde Mukaddes Mine Müge Mehtap
  Meltem Meral Melike Meliha Makbule Lale Kezban Jale İnci İlknur İlkay İclal Hümeyra Hicran Havva Handan Hande Hale Halime
  Hafize Gülsüm Güler Gülden Gülcan Gülbahar Gönül Gökçe Gonca Figen Feride Fadime Esin Esma Erva Dilara Didem Devrim Demet Cansu
  Canan Çiğdem Çağla Berrin Berna Belgin Begüm Başak Banu Bahar Bahriye Ayten Aysun Ayşegül Aylin Ayla Aycan Aydan Ayça Asuman
  Arzu Alev Aliye Afet Adile Yeliz Yıldız Yeşim Vildan Vesile Ülkü Ümmü Ümran Türkan Tülay Tülin Suna Sevda Sevinç Sevil
  Sevcan Sinem Simge Seval Serap Sena Semra Selin Selda Saniye Safiye Ruken Reyhan Rana Perihan Pervin Pelin Oya Nurgül Zeliha
`)

/** Given names of men, common ones of four generations. */
export const mensNames = words(`
  Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Recep Salih Fatih
  Kadir Emre Hakan Adem Kemal Yaşar Bekir Musa Metin Orhan Serkan Bayram İhsan Cemal Selahattin Ferhat Veysel Erkan Ercan Gökhan
  Uğur Onur Burak Volkan Barış Cem Can Deniz Eren Efe Berk Kaan Mert Ege Arda Çınar Kerem Alp Aras Umut
  Ufuk Umur Tolga Tuncay Turgut Tuna Tayfun Taner Tahsin Şükrü Şeref Şenol Şaban Sinan Sezgin Sezer Serhat Serdar Sercan Selim
  Selçuk Sedat Savaş Samet Sami Sadık Rıza Rüştü Rıfat Ruhi Reşat Raşit Polat Özkan Özgür Özcan Ozan Oktay Okan Oğuzhan
  Oğuz Nusret Nurullah Nuri Nihat Niyazi Necdet Necati Nazım Nail Mükremin Muzaffer Muhsin Muhammet Muharrem Mithat Mesut Mevlüt Melih Mehdi
  Mazlum Levent Latif Lokman Kutay Koray Kenan Kazım Kamil İzzet İskender İrfan İlyas İlker İlhan İdris Işıkhan Hüsnü Hulusi Hikmet
  Haydar Haşim Harun Halit Hamza Hamdi Haluk Hacı Gürkan Gürcan Günay Güven Galip Furkan Fuat Fikret Fevzi Ferit Feridun Fehmi
  Fazıl Faruk Fahri Evren Erol Ertuğrul Erhan Ergün Erdoğan Erdem Erdal Enver Enis Engin Enes Emrah Emin Ekrem Ekin Doğukan
  Doğan Dursun Davut Coşkun Cihan Cevdet Cengiz Celal Cavit Çetin Çağrı Çağlar Burhan Bülent Bora Bilal Berkay Behçet Baran Aziz
`)

export const surnames = words(`
  Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek
  Polat Korkmaz Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer Işık
  Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Uçar Ekinci Tunç Duman Altun Akın Uysal Bilgin Karaca Demirci Coşkun
  Kocaman Toprak Çiftçi Karataş Deniz Durmaz Güven Kartal Ay Sönmez Özcan Eren Toprakçı Bayram Yiğit Karakaya Güngör Bayrak Çoban Akbulut
  Erdem Tosun Karabulut Ergin Kahraman Sezer Ceylan Balcı Akça Tatlı Parlak Soylu Oral Uzun Kısa Ak Akman Akyol Akkaya Akdağ
  Albayrak Alkan Altay Altıntaş Ardıç Arı Armağan Asil Atalay Atasoy Atay Aybar Aydemir Aydoğan Aygün Aykut Aytekin Babacan Bakırcı Baltacı
  Baran Barut Başaran Baştürk Baydar Baysal Benli Berber Beyaz Bilen Bilgiç Boz Bozdağ Boztepe Budak Buğra Burak Büyük Candan Cengiz
  Cesur Cihan Civan Çağlar Çağlayan Çalışkan Çam Çapan Çınar Çolak Dağ Dağdelen Dalkılıç Daş Dede Değirmenci Delice Demirbaş Demirel Demirtaş
  Dener Derin Dilek Dinç Dinçer Direk Doğru Dursun Duran Durak Duru Ede Efe Ege Eker Elmas Emir Engin Er Eraslan
  Ercan Erçin Erdal Ergün Erkan Erol Ersoy Ertaş Ertekin Ertürk Esen Evren Fidan Fırat Genç Gezer Gök Gökçe Gökdemir Gökmen
  Göktaş Gönül Gözübüyük Güçlü Gülmez Gülşen Gümüş Günay Gündüz Gündoğdu Güney Gürbüz Gürel Gürsoy Hamzaoğlu Hasanoğlu Işıklar Ilgaz Irmak Irgat
  İlhan İnan İnce İpek İşler Kabak Kalaycı Kalkan Kandemir Kanat Kaptan Karaaslan Karadağ Karadeniz Karagöz Karahan Karaman Karakuş Karasu Karslı
  Katırcı Kayhan Kaymak Kavak Kazan Keleş Kırca Kırmızı Kızılay Kızılkaya Koca Kocabaş Kolcu Konak Koşar Koyuncu Köksal Köroğlu Kuş Kuzu
  Küçük Laçin Mutlu Nacar Nalbant Odabaşı Oğuz Okur Okumuş Onay Orhan Oruç Özbek Özçelik Özden Özgür Özkaya Öztaş Pala Pamuk
  Pehlivan Pekcan Sağlam Sakin Salman Sancak Savaş Saygılı Seçkin Selvi Serin Sert Sevim Soysal Sungur Şeker Şener Tan Taşkın Tepe
  Tokgöz Topal Topçu Türkmen Uğur Ulusoy Ural Usta Ünlü Üstün Varol Vural Yaman Yazıcı Yeşil Yetkin Yurt Zengin Zeybek Zorlu
`)
