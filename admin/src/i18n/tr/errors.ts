export const errors = {
  errors: {
    nothingSaved: 'Hiçbir şey kaydedilmedi.',
    noAnswer: {
      title: 'Sunucudan yanıt yok.',
      happened: 'Ağ ya da sunucu çalışmıyor.',
      remedy: 'Yazdıklarınız duruyor. Bağlantı gelince aynı düğmeye yeniden basın; bir kez sayılır.',
    },
    fault: { title: 'Bu sayfada hata oluştu.', remedy: 'Hiçbir şey gönderilmedi. Sayfayı yenileyin; sürerse yöneticiye bildirin.' },
    credentials: { title: 'E-posta ya da parola yanlış.', happened: 'Oturum açılmadı.', remedy: 'İkisini de denetleyip yeniden deneyin.' },
    otp: { title: 'Kod yanlış ya da süresi geçti.', happened: 'Oturum açılmadı.', remedy: 'Uygulamanın şimdi gösterdiği kodu yazın.' },
    signedOut: {
      title: 'Oturumunuz sona erdi.',
      happened: 'Sunucu sizi artık tanımıyor.',
      remedy: 'Yeniden oturum açın; yazdıklarınız duruyor.',
    },
    forbidden: {
      title: 'Bunu yapma yetkiniz yok.',
      happened: 'Rolleriniz burada buna izin vermiyor.',
      remedy: 'İzni olan birinden isteyin ya da yöneticiden izin isteyin.',
    },
    notFound: {
      title: 'Bulunamadı.',
      happened: 'Böyle bir kayıt yok ya da sizin görebileceğiniz bir kayıt değil.',
      remedy: 'Kodu ve yukarıdaki şirketi denetleyin.',
    },
    invalid: { title: 'Formda doğru olmayan bir şey var.', remedy: 'Düzeltip yeniden gönderin.' },
    blocked: {
      title: 'Bir kapı buna izin vermiyor.',
      happened: 'Bir koşul sağlanmadı.',
      remedy: 'Kart neyin açık olduğunu ve kimin kaldırabileceğini söyler.',
    },
    conflict: {
      title: 'Şimdiki duruma uymuyor.',
      remedy: 'Sayfa artık en yeni durumu gösteriyor.',
    },
    tooMany: { title: 'Çok fazla istek.', happened: 'Sunucu ara verilmesini istiyor.', remedy: 'Bir dakika bekleyip yeniden deneyin.' },
    server: {
      title: 'Sunucuda hata oluştu.',
      happened: 'Sunucu kendi içinde bir hata bildirdi.',
      remedy: 'Hiçbir şey kaydedilmedi. Yeniden deneyin; sürerse istek numarasını yöneticiye bildirin.',
    },
  },
};
