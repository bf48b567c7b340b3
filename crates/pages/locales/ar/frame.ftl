## إطار كل صفحة
skip = الانتقال إلى المحتوى
nav = التنقل في هذا المكتب
nav-messages = الرسائل
nav-between = بين الجانبين
nav-house = الدار
office-desk = مكتب الوسيط
office-principal = مكتب الأصيل
office-envoy = مكتب المبعوث
office-unnamed = مكتب لم يكتب إليه الوسيط بعد
language-choose = لغة هذه الصفحات
leave = مغادرة: إغلاق هذا المكتب في هذا المتصفح
waiting-count = { $n ->
    [0] لا شيء ينتظر
    [zero] لا شيء ينتظر
    [one] أمر واحد ينتظر
    [two] أمران ينتظران
    [few] { $n } أمور تنتظر
    [many] { $n } أمرًا ينتظر
   *[other] { $n } أمر ينتظر
}

## الأماكن
place-waiting = ما ينتظرني
place-board = المعلّقات
place-items = البنود
place-channels = القنوات
place-questions = أسئلة خاصة
place-pairs = إعلانات متوازية
place-proposals = المقترحات
place-offers = العروض
place-texts = نصوص التفاوض
place-readouts = البيانات
place-notes = العالم الخارجي
place-conflicts = التناقضات
place-parties = الأطراف
place-mandates = التفويضات
place-interests = المصالح المعلنة
place-lines = الخطوط
place-line = الخط
place-told = من أُبلغ بماذا
place-record = السجل

## ما كل قائمة، وما العمل حين تكون خالية
about-channels = ما يمكن أن يُنقل بين طرفين إلى ستة أطراف، تحت اسم واحد وجملة تحفظات واحدة.
none-channels = لا توجد قناة بعد.
first-desk-channels = افتح قناة: لها اسم وأطراف وجملة تحفظات دائمة.
first-side-channels = الوسيط هو من يفتح القنوات. لا حاجة إلى فعل شيء هنا.
about-questions = بين الوسيط وطرف واحد. ليست أبدًا جزءًا من بنود القناة.
none-questions = لم يُسأل عن شيء بعد.
first-desk-questions = اسأل طرفًا حين يجب أن يتضح أمر قبل أن تنقل.
first-side-questions = حين يكون للوسيط سؤال لك وحدك، يظهر هنا.
about-pairs = يودع كل جانب إعلانه هو. لا يُعرض أي منها قبل أن تودع جميعها، وتُطلق كلها في فعل واحد. ولا يوجد نص مشترك أبدًا.
none-pairs = لم يُفتح أي زوج من الإعلانات.
first-desk-pairs = افتح زوجًا في قناة حين تكون أطرافها مستعدة لأن يعلن كل منها عن نفسه.
first-side-pairs = الوسيط يفتح الزوج، ثم يُطلب منك إعلانك أنت.
about-proposals = خيارات مرقّمة بأجوبة مختومة. ما يأخذ به الجميع يُعرض في وقت محدد، مرة واحدة.
none-proposals = لا يوجد مقترح.
first-desk-proposals = اعرض خيارات على أطراف قناة مع وقت كشف النتيجة.
first-side-proposals = حين يقترح الوسيط تظهر خياراته هنا وتجيب عنها مختومة.
about-offers = مساعٍ حميدة معروضة. الوسيط وحده يعلم ما آل إليه كل عرض.
none-offers = لم يُعرض شيء.
first-desk-offers = اعرض مساعيك الحميدة بكلماتك.
first-side-offers = عرض الوسيط يظهر هنا. لك أن تأخذ به أو تعتذر عنه أو تتركه.
about-texts = نص يملكه الوسيط وحده، في صيغ متتالية. تعليقات كل جانب له وحده.
none-texts = لا يوجد نص تفاوض.
first-desk-texts = اطرح صيغة أولى على أطراف قناة.
first-side-texts = النص الذي يطرحه الوسيط يظهر هنا لتعليقاتك له وحده.
about-readouts = ما يقال علنًا. يجيزه كل طرف معني أولًا، وما يُنشر يكون موقّعًا.
none-readouts = لا يوجد بيان.
first-desk-readouts = صُغ بيانًا وسمّ من يعنيه، فتُطلب إجازتهم.
first-side-readouts = البيان الذي يعنيك يظهر هنا قبل أن ينشره أحد.
about-notes = ما قيل علنًا أو في الصحافة، وأي البنود يمسّ.
none-notes = لم يُدوَّن شيء عن العالم الخارجي.
first-desk-notes = دوّن إفشاءً أو تصريحًا، أو قارن نصًا صحفيًا بما هو هنا.
first-side-notes = حين يدوّن الوسيط أن بندًا يُتحدث عنه علنًا، يظهر ذلك هنا.
about-conflicts = حيث يناقض مكتبان لطرف واحد أحدهما الآخر.
none-conflicts = لا مكتب يناقض مكتبًا آخر.
first-desk-conflicts = إن حدث ذلك عُرض هنا، ويمكن سؤال الأصيل.
about-parties = الأطراف التي يخدمها الوسيط ومكاتبها وتفويضات مبعوثيها.
none-parties = لا يخدم الوسيط أحدًا بعد.
first-desk-parties = أدخل طرفًا باسمه ولقب أصيله. ثم ادعُ مكتبه.
about-mandates = بالتفويض يحق للمبعوث بعض الأفعال في بعض القنوات إلى أجل.
none-mandates = لا يوجد تفويض.
first-side-mandates = مكتب الأصيل يعيّن مبعوثيه: goodoffices party appoint.
about-interests = مصالح الوسيط نفسه، ولكل الأطراف أن تقرأها.
none-interests = لم تُعلن أي مصلحة.
first-desk-interests = أعلن ما لك أنت من مصلحة، كي لا تضطر الأطراف إلى التخمين.
first-side-interests = إن أعلن الوسيط مصلحة له ظهرت هنا.
about-lines = الخط مختوم من طرف إلى طرف. وهو جديد، قارن كلمات التحقق الست صوتًا.
none-lines = لا يوجد خط بعد.
first-desk-lines = ادعُ مكتب طرف من بطاقته بين الأطراف: فتُصنع الدعوة وكلماتها الست.
first-side-lines = انضم بدعوة الوسيط: goodoffices party join.
about-told = لكل بند: من أُبلغ بماذا، وماذا فُعل به، ومن الموظفين كانت له يد فيه.
about-record = كل فعل بترتيبه بكلمات الدفتر: من قام به وما نتج عنه.
nothing-recorded = لم يُسجَّل شيء بعد.

## بماذا تبدأ
nothing-waits = لا شيء ينتظرك.
begin-party = ابدأ بإدخال طرف. ثم ادعُ مكتبه.
begin-channel = افتح قناة بين الأطراف. عندها يمكنها الإيداع.
begin-letter = لم يكتب الوسيط بعد. قد يحتاج الخط إلى لحظة، أو قد يكون مكتبه مغلقًا.
begin-desk = ما تودعه الأطراف يظهر هنا، والأكثر إلحاحًا معلَّم.
begin-lodge = أودع شيئًا لدى الوسيط، أو انتظر: ما يُنقل إليك يظهر هنا.
known = للعلم
no-items = لا توجد بنود بعد.
no-items-desk = هنا يظهر ما تودعه الأطراف.
no-items-party = أودع شيئًا لدى الوسيط؛ وما يُنقل إليك يظهر هنا أيضًا.

## القوائم
find = البحث عن كلمات
find-do = بحث
find-none = عرض الكل
find-further = البحث في ما هو أقدم
found-none = لم يُعثر على شيء.
found-none-yet = لم يُعثر على شيء بين الأحدث. ابحث في ما هو أقدم.
pager = الصفحات
pager-at = الصفحة { $page } من { $pages }
pager-newer = الأحدث
pager-older = الأقدم
pager-latest = آخر ما ورد

## الأوقات
time-utc = { $time } UTC
time-over = انقضى
time-in-minutes = { $n ->
    [zero] بعد { $n } دقيقة
    [one] بعد دقيقة
    [two] بعد دقيقتين
    [few] بعد { $n } دقائق
    [many] بعد { $n } دقيقة
   *[other] بعد { $n } دقيقة
}
time-in-hours = { $n ->
    [zero] بعد { $n } ساعة
    [one] بعد ساعة
    [two] بعد ساعتين
    [few] بعد { $n } ساعات
    [many] بعد { $n } ساعة
   *[other] بعد { $n } ساعة
}
time-in-days = { $n ->
    [zero] بعد { $n } يوم
    [one] بعد يوم
    [two] بعد يومين
    [few] بعد { $n } أيام
    [many] بعد { $n } يومًا
   *[other] بعد { $n } يوم
}

## حيث لا توجد صفحة
trouble-host = هذا العنوان ليس الذي أُعطي
trouble-host-do = افتح العنوان كما طبعه المكتب تمامًا، وأوله http://127.0.0.1.
trouble-site = جاء هذا من موقع آخر
trouble-site-do = لم يُفعل شيء. اذهب إلى صفحة المكتب نفسه وافعله هناك.
trouble-session = هذا المكتب مغلق على هذا المتصفح
trouble-session-do = افتحه بعنوان جديد. المكتب يطبع عنوانًا حين يُفتح.
trouble-address = استُعمل هذا العنوان من قبل، أو انقضى
trouble-address-do = كل عنوان يعمل مرة واحدة. افتح المكتب من جديد للحصول على غيره.
trouble-page = لا توجد صفحة كهذه
trouble-page-do = ارجع، أو ابدأ من الصفحة الأولى للمكتب.
trouble-long = هذا أطول مما يجوز
trouble-long-do = لم يُفعل شيء. ارجع واختصره؛ نص البند لا يزيد على 256 كيبيبايت.
trouble-busy = لم يجب المكتب في الوقت
trouble-busy-do = قد يكون مشغولًا. انتظر لحظة وحاول من جديد؛ ما أرسلته ينفذ مرة واحدة.
trouble-closed = أُغلق المكتب
trouble-closed-do = افتحه من جديد. ما أرسلته يمكن إرساله ثانية؛ وينفذ مرة واحدة.
trouble-failed = لم يستطع المكتب فعل ذلك
trouble-failed-do = قد يكون قرصه ممتلئًا أو تالفًا. انظر في الطرفية التي فُتح فيها.
