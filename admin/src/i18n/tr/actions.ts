export const actions = {
  action: {
    customer: {
      approve: { label: 'Müşteriyi onayla', done: 'Müşteri onaylandı.' },
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
      lose: { label: 'Kaybedildi olarak işaretle', done: 'Anlaşma kaybedildi olarak işaretlendi.', consequence: 'Anlaşma biter. Kopyalanabilir, yeniden açılamaz.' },
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
    contract: {
      receiveSigned: { label: 'Sözleşme imzalandı', done: 'İmzalı sözleşme kaydedildi.' },
      waive: { label: 'Sözleşmeden muaf tut', done: 'Sözleşme muafiyeti verildi.', consequence: 'Sevk, imzalı sözleşme olmadan onaylanabilir.' },
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
    shortage: { decide: { label: 'Karar ver', done: 'Eksik için karar verildi.' } },
    reservation: { plan: { label: 'Planla', done: 'Satır planlandı.' } },
    allocation: {
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
    invoiceControl: {
      pass: { label: 'Geçir', done: 'Fatura kontrolü geçti.' },
      fail: { label: 'Bırak', done: 'Fatura kontrolden kaldı.', consequence: 'Fatura düzeltilip yeniden kontrol edilene kadar sipariş kapanamaz.' },
      reopen: { label: 'Yeniden kontrole al', done: 'Yeniden kontrolde.' },
    },
  },
  refusal: {
    controlNotPassed: 'Fatura kontrolü henüz geçmedi.',
    dealCancelled: 'Anlaşma iptal edilmiş.',
    dealClosed: 'Anlaşma kapanmış.',
    dealDraft: 'Anlaşma taslak: önce gönderin.',
    dealLost: 'Anlaşma kaybedilmiş.',
    dealSubmitted: 'Anlaşma zaten gönderilmiş.',
    dealWon: 'Anlaşma kazanılmış.',
    keyMissing: 'Burada {{key}} izni gerekiyor; varsayılan olarak: {{roles}}.',
    keyOfNobody: '{{key}} izni gerekiyor; bu izni yönetici verir.',
    linesNotPicked: 'Bazı satırlar henüz toplanmadı.',
    metersMissing: 'Metre eksik: önce daha fazla top okutun.',
    notDelivered: 'Sipariş henüz teslim edilmedi.',
    notPendingControl: 'Fatura kontrol beklemiyor.',
    notPicked: 'Toplama henüz bitmedi.',
    notReadyForApproval: 'Sipariş “Onay bekliyor” aşamasında değil.',
    paymentConfirmed: 'Ödeme zaten onaylanmış.',
    paymentNotCovered: 'Bu siparişe eşleşen ödemeler henüz tutarı karşılamıyor.',
    paymentReversed: 'Ödeme zaten ters kaydedilmiş.',
    poCancelled: 'Sipariş iptal edilmiş.',
    poReleased: 'Sipariş zaten depoya bırakılmış.',
    poShipped: 'Sipariş sevk edilmiş.',
    scansWaiting: 'Bu tarayıcıda gönderilmeyi bekleyen okutmalar var.',
  },
};
