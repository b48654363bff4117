export const actions = {
  action: {
    event: {
      replay: { label: 'Yeniden uygula', done: 'Yeniden denendi.' },
      skip: {
        label: 'Olayı atla',
        done: 'Olay atlandı.',
        consequence: 'Olaydan kalıcı olarak vazgeçilir, kaydın sonraki olayları onsuz devam eder. Gerekçenizle denetim izine yazılır.',
      },
    },
    delivery: {
      retry: { label: 'Yeniden gönder', done: 'Yeniden gönderildi.' },
      skip: {
        label: 'Teslim edilemeyeni atla',
        done: 'Teslim edilemeyen atlandı.',
        consequence:
          'Artık kimseyi beklemez, listede kalır ve yine gönderilebilir. O zamana kadar kaydının sonraki olayları karşı tarafta bekler. Gerekçenizle denetim kaydına geçer.',
      },
    },
    drift: {
      heal: { label: 'Gider', done: 'Sahibi yeniden bildiriyor.' },
      check: { label: 'Şimdi karşılaştır', done: 'Karşılaştırıldı.' },
    },
    secret: {
      create: { label: 'Anahtar oluştur', done: 'Anahtar oluşturuldu.' },
      add: {
        label: 'Anahtar ekle',
        done: 'Anahtar eklendi.',
        consequence: 'Öteki düğümün gösterdiği anahtarı yapıştırın. Öncekiler bir gün daha geçerli kalır.',
      },
      revoke: {
        label: 'İptal et',
        done: 'Anahtar iptal edildi.',
        consequence: 'Yalnızca bu anahtarla imzalanan her şey artık reddedilir.',
      },
    },
    eventKey: {
      create: { label: 'Olay anahtarı oluştur', done: 'Olay anahtarı oluşturuldu.' },
      add: {
        label: 'Olay anahtarı ekle',
        done: 'Olay anahtarı eklendi.',
        consequence:
          'Öteki düğümün gösterdiği anahtarı yapıştırın. Öncekiler bir gün daha geçerli kalır. Bu yönün olaylarının vardığı düğüm ilk anahtarla birlikte anahtarsız gelenleri reddeder: önce gönderildikleri düğüme ekleyin.',
      },
      revoke: {
        label: 'İptal et',
        done: 'Olay anahtarı iptal edildi.',
        consequence: 'Yalnızca bu anahtarla gelen her şey artık reddedilir.',
      },
    },
    roll: {
      adjust: {
        label: 'Düzelt',
        done: 'Top düzeltildi.',
        consequence: 'Top ve parti ölçtüğünüz metreyi alır. Gerekçenizle denetime yazılır.',
      },
      writeOff: {
        label: 'Düş',
        done: 'Top düşüldü.',
        consequence: 'Top bütün metresiyle stoktan çıkar. Gerekçenizle denetime yazılır.',
      },
    },
    quality: {
      switchOff: {
        label: 'Kaliteyi kapat',
        done: 'Kalite kapatıldı.',
        consequence: 'Hiçbir şirkette artık satılmaz ve kabul edilmez. Stokta ve siparişte olan kalır.',
      },
      switchOn: { label: 'Kaliteyi aç', done: 'Kalite açıldı.' },
    },
    customer: {
      approve: { label: 'Müşteriyi onayla', done: 'Müşteri onaylandı.' },
      edit: { label: 'Düzenle', save: 'Kaydet' },
      deactivate: {
        label: 'Müşteriyi pasifleştir',
        done: 'Müşteri pasifleştirildi.',
        consequence: 'Müşteri satış listelerinden kalkar. Açık anlaşmalar olduğu gibi kalır.',
      },
    },
    deal: {
      submit: { label: 'Gönder', done: 'Anlaşma gönderildi.' },
      win: { label: 'Anlaşmayı kazan', done: 'Anlaşma kazanıldı. Depo şimdi rezerve ediyor.' },
      winByOverride: {
        label: 'Kuralı aşarak kazan',
        consequence: 'Müşteri onaylı olmadığı hâlde anlaşma kazanılır. Gerekçenizle kaydedilir ve e-postayla bildirilir.',
      },
      lose: {
        label: 'Kaybedildi olarak işaretle',
        done: 'Anlaşma kaybedildi olarak işaretlendi.',
        consequence: 'Anlaşma biter. Kopyalanabilir, yeniden açılamaz.',
      },
      cancel: {
        label: 'Anlaşmayı iptal et',
        done: 'Anlaşma iptal edildi.',
        consequence: 'Rezervasyonlar serbest kalır, açık siparişler iptal edilir. Ödemeler müşterinin alacağı olarak kalır.',
      },
      close: { label: 'Anlaşmayı kapat', done: 'Anlaşma kapatıldı.' },
      clearCreditBlock: {
        label: 'Kredi engelini kaldır',
        done: 'Kredi engeli kaldırıldı.',
        consequence: 'Bu anlaşmanın sevkiyatları artık kredi engeline takılmaz. Adınız ve gerekçeniz saklanır.',
      },
    },
    priceRequest: {
      create: {
        label: 'Bu fiyatı iste',
        done: 'Fiyat istendi.',
        consequence: 'Satış müdürü ya da fiyatlandırma karar verir. Bu fiyatı neyin gerektirdiğini yazın.',
      },
      approve: { label: 'Fiyatı onayla', done: 'Fiyat onaylandı.' },
      reject: { label: 'Fiyatı reddet', done: 'Fiyat reddedildi.', consequence: 'İsteyen, notunuzu anlaşmada okur.' },
    },
    price: {
      set: { label: 'Fiyat belirle', done: 'Fiyat belirlendi.' },
      reconfirm: { label: 'Fiyatı teyit et', done: 'Fiyat teyit edildi.' },
    },
    contract: {
      receiveSigned: { label: 'Sözleşme imzalandı', done: 'İmzalı sözleşme kaydedildi.' },
      waive: {
        label: 'Sözleşmeden muaf tut',
        done: 'Sözleşme muafiyeti verildi.',
        consequence: 'Sevk, imzalı sözleşme olmadan onaylanabilir.',
      },
    },
    payment: {
      record: { label: 'Ödeme kaydet', done: 'Ödeme kaydedildi.' },
      reverse: {
        label: 'Ödemeyi ters kaydet',
        done: 'Ödeme ters kaydedildi.',
        consequence: 'Karşı kayıt yazılır ve bu ödemeye dayanan onaylar geri alınır.',
      },
      confirm: { label: 'Ödemeyi onayla', done: 'Ödeme onaylandı.' },
    },
    purchaseOrder: {
      setShipDate: { label: 'Sevk tarihi ver', done: 'Sevk tarihi verildi.' },
      approveShipment: { label: 'Sevki onayla', done: 'Sevk onaylandı. Sipariş depoya gitti.' },
      approveByOverride: {
        label: 'Kuralı aşarak onayla',
        consequence: 'Yalnız bu sipariş için kredi ve ödeme koşulunu kaldırır. Gerekçenizle kaydedilir ve e-postayla bildirilir.',
      },
      cancel: {
        label: 'Siparişi iptal et',
        done: 'Sipariş iptal edildi.',
        consequence: 'Rezervasyonu serbest kalır, depo siparişi iptal edilir. Ödemeler alacak olarak kalır.',
      },
    },
    shortage: { decide: { label: 'Eksiğe karar ver', done: 'Eksik için karar verildi.' } },
    reservation: { plan: { label: 'Planla', done: 'Satır planlandı.' } },
    allocation: {
      enterByOverride: {
        label: 'Kuralı aşarak gir',
        done: 'Top, kural aşılarak girildi.',
        consequence: 'Topta defterdekinden fazlası var demektir: defter, girdiğiniz metreye yükseltilir. Adınız ve gerekçeniz saklanır.',
      },
      remove: { label: 'Topu çıkar', done: 'Top çıkarıldı.' },
      confirm: { label: 'Tahsisi onayla', done: 'Tahsis onaylandı.' },
    },
    order: {
      startPicking: { label: 'Toplamaya başla', done: 'Toplama başladı.' },
      pickLine: { label: 'Satırı topla', done: 'Satır toplandı.' },
      unpickLine: { label: 'Geri al', done: 'Satır geri alındı.' },
      completePicking: { label: 'Toplamayı bitir', done: 'Toplama bitti.' },
      markInvoiced: { label: 'Faturalandı olarak işaretle', done: 'Fatura kaydedildi.' },
      close: { label: 'Siparişi kapat', done: 'Sipariş kapatıldı.', consequence: 'Kapanan sipariş artık değişmez.' },
    },
    shipment: {
      post: { label: 'Sevkiyatı gir', done: 'Sevkiyat girildi.', consequence: 'Toplar stoktan çıkar, satış siparişi sevk edilmiş görür.' },
      postByOverride: {
        label: 'Kuralı aşarak gir',
        consequence: 'Toplama ya da taşıyıcı bilgisi tamam olmadığı hâlde sevkiyatı girer. Engelli satır için asla olmaz.',
      },
      deliver: { label: 'Teslimi gir', done: 'Teslim girildi.' },
    },
    carrier: {
      add: { label: 'Taşıyıcı ekle', done: 'Taşıyıcı eklendi.' },
      change: { label: 'Taşıyıcıyı değiştir', done: 'Taşıyıcı değiştirildi.' },
      switchOff: {
        label: 'Kapat',
        done: 'Taşıyıcı kapatıldı.',
        consequence: 'Sevkiyat girilirken artık önerilmez. Taşıdıklarında adı kalır.',
      },
      switchOn: { label: 'Aç', done: 'Taşıyıcı açıldı.' },
    },
    invoiceControl: {
      pass: { label: 'Geçir', done: 'Fatura kontrolü geçti.' },
      fail: {
        label: 'Bırak',
        done: 'Fatura kontrolden kaldı.',
        consequence: 'Fatura düzeltilip yeniden kontrol edilene kadar sipariş kapanamaz.',
      },
      reopen: { label: 'Yeniden kontrole al', done: 'Yeniden kontrolde.' },
    },
  },
  refusal: {
    rollShipped: 'Top depodan çıktı.',
    rollGone: 'Top zaten düşülmüş.',
    controlNotPassed: 'Fatura kontrolü henüz geçmedi.',
    counterEntry: 'Bu zaten bir karşı kayıt.',
    dealCancelled: 'Anlaşma iptal edilmiş.',
    dealClosed: 'Anlaşma kapanmış.',
    dealDraft: 'Anlaşma taslak: önce gönderin.',
    dealLost: 'Anlaşma kaybedilmiş.',
    dealSubmitted: 'Anlaşma zaten gönderilmiş.',
    dealWon: 'Anlaşma kazanılmış.',
    keyMissing: 'Burada {{key}} izni gerekiyor; varsayılan olarak: {{roles}}.',
    keyOfNobody: '{{key}} izni gerekiyor; bu izni yönetici verir.',
    ofInstallation: 'Bu, kurulumun tamamını ilgilendirir; kurulumun yöneticisi yapar.',
    linesNotPicked: 'Bazı satırlar henüz toplanmadı.',
    metersMissing: 'Metre eksik: önce daha fazla top okutun.',
    notDelivered: 'Sipariş henüz teslim edilmedi.',
    notOverridable: 'Açık kalan bir koşul aşılamaz; aşağıdaki kart hangisi olduğunu söylüyor.',
    overrideNotKept: 'Geçit kendiliğinden geçti; aşma gerekmedi ve kaydedilmedi.',
    nothingToOverride: 'Aşılması gereken bir şey yok.',
    notShipped: 'Sipariş henüz sevk edilmedi.',
    notReceived: 'Bu gönderen taraf; yeniden gönderilebilir.',
    notSent: 'Bu alan taraf; yeniden uygulanabilir.',
    notUndelivered: 'Yalnız buradan çıkıp ulaşmayan olay yeniden gönderilir.',
    notDead: 'Burada yalnız teslim edilemeyen bir olay atlanır.',
    unknownToOwner: 'Sahibinde böyle bir kayıt yok.',
    notPendingControl: 'Fatura kontrol beklemiyor.',
    notPicked: 'Toplama henüz bitmedi.',
    notReadyForApproval: 'Sipariş “Onay bekliyor” aşamasında değil.',
    ordersOpen: 'Bu anlaşmanın bir siparişi henüz kapanmadı.',
    paymentConfirmed: 'Ödeme zaten onaylanmış.',
    paymentNotCovered: 'Bu siparişe eşleşen ödemeler henüz tutarı karşılamıyor.',
    paymentReversed: 'Ödeme zaten ters kaydedilmiş.',
    poCancelled: 'Sipariş iptal edilmiş.',
    poReleased: 'Sipariş zaten depoya bırakılmış.',
    poShipped: 'Sipariş sevk edilmiş.',
    dealOfAnother: 'Anlaşma başkasının; fiyatı sahibi ya da fiyata karar veren ister.',
    ownRequest: 'Bunu siz istediniz ya da anlaşmayı siz yaptınız; başkası karar verir.',
    priceRequestDecided: 'Bu fiyat zaten karara bağlanmış.',
    priceRequestLapsed: 'Anlaşma o zamandan beri değişti; bu talep geçersiz kaldı.',
    priceMissing: 'Teyit edilecek fiyat yok; bir fiyat belirleyin.',
    scansWaiting: 'Bu tarayıcıda gönderilmeyi bekleyen okutmalar var.',
  },
};
