## أسئلة خاصة
question-no = السؤال { $n }
about-item = عن
reply = الجواب
no-reply-yet = لا جواب بعد.

## بين الجانبين
pair-no = الزوج { $n }
pair-lodged = أودعوا
pair-own = إعلانك
pair-yours = مودع ومختوم عن الجميع.
pair-yours-not = ليس مودعًا.
nobody-yet = لا أحد بعد
declarations = الإعلانات
proposal-no = المقترح { $n }
subject = الموضوع
reveal-at = يُعرض في
common = ما يأخذ به الجميع
your-answer = ما تأخذ به أنت
answers-from = الأجوبة
no-option = لا شيء منها
offer-no = العرض { $n }
text-no = النص { $n }
version-no = الصيغة { $n }
comment = تعليق

## البيانات والعالم الخارجي
readout-no = البيان { $n }
readout-own = بيانك أنت
readout-key = المفتاح الذي يُتحقق به
draft = المسودة
concerns = يعني
mentions = يذكر
cleared-by = أجازه
objection-of = اعترض عليه
published-on = نُشر في
signature = التوقيع
findings-count = { $n ->
    [0] لا يمسّ ما لا يجوز الحديث عنه
    [zero] لا يمسّ ما لا يجوز الحديث عنه
    [one] يمسّ ما لا يجوز الحديث عنه في موضع واحد
    [two] يمسّ ما لا يجوز الحديث عنه في موضعين
    [few] يمسّ ما لا يجوز الحديث عنه في { $n } مواضع
    [many] يمسّ ما لا يجوز الحديث عنه في { $n } موضعًا
   *[other] يمسّ ما لا يجوز الحديث عنه في { $n } موضع
}
occasion = المناسبة
of-items = عن
like-authentic = يشبه النص الأصلي
like-released = يشبه كلمات أُطلقت
likeness = درجة الشبه { $n } من 100
had-been-told = هؤلاء كانت قد قيلت لهم هذه الكلمات؛ وهذا لا يدل على من أفشاها:
principal-asked = سُئل الأصيل.
principal-not-asked = لم يُسأل الأصيل.

## الدار
principal = الأصيل
principals-office = مكتب الأصيل
address = صيغة المخاطبة
offices = المكاتب
no-office-yet = لم ينضم أي مكتب بعد.
line-no = الخط { $n }
capacity = الصفة
may = يحق له
until = حتى
until-revoked = حتى إلغائه
revoked = أُلغي
countersign = التوقيع المصدِّق
countersign-yes = الأصيل يصدّق بتوقيعه على ما يودع.
queue = في الطريق
set-aside = نُحّيت جانبًا
letters-count = { $n ->
    [0] لا رسائل
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $n } رسائل
    [many] { $n } رسالة
   *[other] { $n } رسالة
}
check-words = كلمات التحقق: قارنها صوتًا مرة واحدة
when = متى
by-whom = من قام به
what-came = ما نتج عنه
