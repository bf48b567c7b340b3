# ما تقوله الصفحات بالعربية. المفاتيح نفسها بالوسائط نفسها في كل لغة، ويتحقق من ذلك `cargo xtask i18n`.

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
first-desk-channels = افتح قناة: الأمر goodoffices desk open-channel يسمّيها ويسمّي أطرافها.
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
first-desk-parties = أدخل طرفًا: الأمر goodoffices desk add-party يسمّيه ويسمّي أصيله. ثم ادعُ مكتبه.
about-mandates = بالتفويض يحق للمبعوث بعض الأفعال في بعض القنوات إلى أجل.
none-mandates = لا يوجد تفويض.
first-side-mandates = مكتب الأصيل يعيّن مبعوثيه: goodoffices party appoint.
about-interests = مصالح الوسيط نفسه، ولكل الأطراف أن تقرأها.
none-interests = لم تُعلن أي مصلحة.
first-desk-interests = أعلن ما لك أنت من مصلحة، كي لا تضطر الأطراف إلى التخمين.
first-side-interests = إن أعلن الوسيط مصلحة له ظهرت هنا.
about-lines = الخط مختوم من طرف إلى طرف. وهو جديد، قارن كلمات التحقق الست صوتًا.
none-lines = لا يوجد خط بعد.
first-desk-lines = ادعُ مكتب طرف: الأمر goodoffices desk invite يصنع الدعوة وكلماتها الست.
first-side-lines = انضم بدعوة الوسيط: goodoffices party join.
about-told = لكل بند: من أُبلغ بماذا، وماذا فُعل به، ومن الموظفين كانت له يد فيه.
about-record = كل فعل بترتيبه بكلمات الدفتر: من قام به وما نتج عنه.
nothing-recorded = لم يُسجَّل شيء بعد.

## بماذا تبدأ
nothing-waits = لا شيء ينتظرك.
begin-party = ابدأ بإدخال طرف: الأمر goodoffices desk add-party يسمّيه ويسمّي أصيله. ثم ادعُ مكتبه.
begin-channel = افتح قناة بين الأطراف: goodoffices desk open-channel. عندها يمكنها الإيداع.
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

## البند
item = البند
item-no = البند { $n }
item-not-here = بند ليس هنا
from = من
to = إلى
others = الآخرون
co-mediators = وسطاء مشاركون
channel = القناة
state = الحالة
lapse = السقوط
lapses = يسقط في
as-of = كما في
conveyed-on = نُقل في
on-behalf-of = باسم
carrier = حامله
precedence = درجة الاستعجال
disposition = التصرف
dispositions = ما فعله به المرسل إليهم
dispositions-hint = لا شيء من هذا يعني الموافقة، ولا يُخبَر به صاحب البند.
handling = التعامل مع الكلمات
approval = الإقرار
approval-first = صاحب البند يقرّ الكلمات أولًا.
disclosure = الإفصاح
language = لغة النص
answers = يجيب عن
reaffirms = يكرّر تأكيد
supersedes = يحلّ محل
superseded-by = حلّ محله
same-as = هو نفسه
maybe-same = قد يكون هو نفسه
reason = السبب
to-several = نص واحد لعدة أطراف
to-several-yes = أُعطي كل مرسل إليه هذه الكلمات نفسها.
read-at = قُرئ لدى
status-block = جملة التحفظات
unconfirmed = غير مؤكد
closed = مغلقة
conditions = الشروط
invoked = فُعِّل
reservations = التحفظات
scope = النطاق
keep-ambiguous = ملتبس عن قصد
translation = ترجمة
correction = تصويب
delivered = وصل إلى مكتبه
not-delivered = لم يصل إلى مكتبه بعد
fidelity-code = رمز الأمانة
words-authentic = النص الأصلي
words-conveyed = الكلمات التي نُقلت
words-gone = الكلمات ليست هنا، أو لم تعد هنا.
show-text = عرض نصه
officers = الموظفون
officer = الموظف
acts = ما يمكنك فعله
said-to-approve = كلمات تنتظر الإقرار
said-renditions-out = ما أُطلق، لكل مرسل إليه
said-conveyed-in-your-name = ما نُقل باسمك
said-corrected = كما نُقل وصُوِّب، الأقدم أولًا

## الرسالة الشفوية
oral-hidden = رسالة شفوية: افتحها لتقرأها.
oral-before = هذه رسالة شفوية. تُقرأ على هذه الشاشة وحدها، ويُخبَر الوسيط بأنها قُرئت.
oral-read = اقرأها الآن
oral-masked = مغطاة ما دامت هذه النافذة ليست في المقدمة.
oral-after = لا يمكن هنا تحديدها أو نسخها أو طباعتها. لا شيء يمنع تصوير الشاشة.

## جملة التحفظات
status-no-commitment = دون التزام
status-no-coordination = دون تنسيق
status-no-recognition = دون اعتراف
status-without-prejudice = دون مساس بالمواقف
status-no-precedent = دون سابقة

## الأشكال وأعرافها
form-oral-message = رسالة شفوية
form-non-paper = ورقة غير رسمية
form-aide-memoire = مذكرة تذكيرية
form-personal-message = رسالة شخصية
form-declaration = إعلان
form-note-verbale = مذكرة شفوية رسمية
form-talking-points = نقاط للحديث
formrule-oral-message = تُقرأ على الشاشة ولا تُسلَّم نسخة. الوسيط وحده يُخبَر بأنها قُرئت.
formrule-non-paper = لا تذكر مصدرها ولا تاريخها، ولا يُستشهد بها.
formrule-aide-memoire = مؤرخة، بصيغة الغائب، غير موقعة.
formrule-personal-message = تقال باسم أصيل، ويأتي بها حامل.
formrule-declaration = موجّه إلى الوسيط وحده، ولا يُطلق إلا واحدًا من زوج.
formrule-note-verbale = رسمية: يمكن نسبتها إلى صاحبها.
formrule-talking-points = لاستعمال صاحبها؛ لا تُنقل أبدًا.

## المفردات
handling-verbatim = كلمة بكلمة أو لا شيء
handling-paraphrase = بكلمات أخرى أو كلمة بكلمة
handling-gist = تكفي الخلاصة
handling-at-desk = كما يرى الوسيط
label-verbatim = حرفيًا
label-paraphrase = بتعبير آخر
label-gist = الخلاصة
labelabout-verbatim = النص الأصلي بكل ما يتبعه؛ وما سواه يُرفض
labelabout-paraphrase = الشيء نفسه بكلمات أخرى
labelabout-gist = ما يؤول إليه الكلام
precedence-routine = عادي
precedence-urgent = عاجل
precedence-flash = برقي
disclosure-secret = لا يقال عنه شيء
disclosure-without-attribution = يجوز استعماله دون ذكر صاحبه
disclosure-may-mention = يجوز للوسيط أن يذكره
disclosure-public = لكل أحد أن يتحدث عنه
disposition-noted = أُحيط علمًا
disposition-without-recognition = استُلم دون اعتراف
disposition-ad-referendum = أُخذ للرجوع إلى المرجع
disposition-not-accepted = مرفوض
disposition-returned-unread = أُعيد دون قراءة
dispositionabout-noted = أحطت به علمًا
dispositionabout-without-recognition = لا تعترف بمرسله ولا بالرسالة
dispositionabout-ad-referendum = ترفعه إلى من يقرر
dispositionabout-not-accepted = تردّه
dispositionabout-returned-unread = تُمحى كلماته هنا إلى الأبد
may-lodge = الإيداع
may-dispose = التصرف في ما نُقل
may-approve = إقرار الكلمات
may-answer = إجابة الوسيط
may-clear = إجازة البيانات
state-lodged = مودع
state-awaiting-countersign = ينتظر التوقيع المصدِّق
state-held = محتجز
state-awaiting-approval = ينتظر الإقرار
state-approved = أُقرت كلماته
state-conveyed = نُقل
state-returned = أُعيد
state-recalled = سُحب
state-lapsed = سقط
state-lapsed-unread = سقط دون قراءة
state-voided = أُلغي
state-erased = مُحي
waits-response = ينتظر تصرفك أو جوابك
waits-approval = الوسيط يطلب أن تقرّ كلماته
waits-countersign = ينتظر توقيعك المصدِّق
waits-leave = الوسيط يستأذن في استعمال ما أسررت به
waits-carriage = للصياغة أو الإطلاق أو الإعادة
waits-admission = جاء بتفويض انتهى: أدخله أو أعده
waits-invocation = فُعِّل شرط: أطلق ذلك أو أعده
waits-correction = تصويب ينتظر إطلاقه
waits-confirmation = هل قلت ذلك؟ لقد دوّنه الوسيط
waits-answer = مقترح ينتظر جوابك المختوم
waits-offer = عرض ينتظر: خذ به أو اعتذر عنه أو اتركه
waits-clearance = بيان ينتظر إجازتك
waits-reply = الوسيط يسألك على انفراد
own-outreach = كلمات الوسيط نفسه
own-idea = فكرة من الوسيط
own-assurance = تطمين من الوسيط
grade-sight = بالنظر
grade-rough = أولية
grade-official = رسمية
touches-name = اسم أو لقب
touches-label = تسمية
touches-quote = كلمات من بند
touches-day = يوم نقل
pairstate-open = مفتوح
pairstate-opening = قيد الفتح
pairstate-complete = مكتمل
pairstate-released = أُطلق
pairstate-not-completed = لم يكتمل
proposalstate-open = مفتوح
proposalstate-revealed = كُشف
proposalstate-voided = أُلغي
offerstate-open = مفتوح
offerstate-taken-up = أُخذ به
offerstate-declined = اعتُذر عنه
offerstate-lapsed = سقط
offerstate-answered = أُجيب عنه
readoutstate-awaiting-clearance = ينتظر الإجازة
readoutstate-cleared = أُجيز
readoutstate-objected-to = عليه اعتراض
readoutstate-published = نُشر
readoutstate-withdrawn = سُحب
linestate-working = يعمل
linestate-silent = صامت
linestate-broken = مقطوع
linestate-waiting = ينتظر
linestate-expired = انقضى
lineabout-working = المحور يجيب، والطرف الآخر كذلك.
lineabout-silent = المحور يجيب والطرف الآخر لا يجيب. قد يكون مكتبه مغلقًا.
lineabout-broken = المحور لا يجيب. تحقق من الشبكة؛ وما ينتظر يُرسل حين يعود.
lineabout-waiting = لم يستعمل أحد الدعوة بعد.
lineabout-expired = لم تُستعمل الدعوة في وقتها. ادعُ من جديد.
note-disclosure = إفشاء
note-statement = تصريح علني
note-exposure = نص صحفي

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
told-whom = أُبلغ بها
when = متى
by-whom = من قام به
what-came = ما نتج عنه

## الأفعال
lodge = قل شيئًا
lodge-about = تعطيه للوسيط، فينقله أو يسأل أو يعيده. ما الشكل الذي تريده؟
do-lodge = أودعه لدى الوسيط
do-dispose = تصرّف فيه
do-answer = أجب عنه
do-approve = أقرّ هذه الكلمات بعينها
do-object = اعترض
do-reply = أجب الوسيط
do-supersede = استبدله
do-reaffirm = قله مرة أخرى
do-render = صُغه
do-release = أطلقه
do-return = أعده إلى صاحبه
do-ask = اسأل طرفًا
done-lodged = أُودع لدى الوسيط.
done-disposed = تم. أُخبر الوسيط وحده.
done-approved = أُقرت هذه الكلمات بعينها دون سواها.
done-objected = أُخبر الوسيط؛ ولن تُنقل هذه الكلمات.
done-replied = أُجيب، للوسيط وحده.
done-rendered = صيغ. لم يغادر المكتب شيء.
done-released = أُطلق.
done-returned = أُعيد إلى صاحبه مع السبب.
done-asked = سُئل.
done-read = قُرئت. أُخبر الوسيط وحده.
dispose-about = الوسيط وحده يُخبَر بما تختار. لا شيء من هذا يعني الموافقة.
release-about = هذا بعينه يغادر المكتب ولا شيء غيره. ولا يُسترد متى صار لدى المرسل إليه.
release-missing = لم يُصَغ بعد لـ:
will-see = ما سيراه
more = المزيد مما يمكن قوله عنه
refused = رُفض ذلك

## الحقول
field-channel = القناة
field-to = إلى من
field-behalf = باسم من
field-carrier = من يحمله
field-text = الكلمات
field-conditions = بأي شروط
field-reservations = ما يُتحفظ عليه
field-days = الأيام
field-handling = كيف تُعامل الكلمات
field-approve = أقرّ الكلمات قبل أن تُنقل
field-precedence = درجة الاستعجال
field-disclosure = ما يجوز قوله عنه في الخارج
field-scope = ما يشمله وما لا يشمله
field-as-of = كما في أي وقت يقال
field-not-before = لا يُنقل قبل
field-not-after = لا يُنقل بعد
field-language = بأي لغة كُتب
field-ambiguous = عبارات ملتبسة عن قصد
field-as = ماذا تفعل به
field-reason = لماذا
field-label = ما الكلمات بالنسبة إلى النص الأصلي
field-party = من يُسأل
field-principal-only = اسأل مكتب الأصيل وحده دون المبعوثين
hint-lines = واحد في كل سطر.
hint-days = بعد هذا العدد من الأيام يسقط من تلقاء نفسه.
hint-days-question = يُنتظر الجواب هذا العدد من الأيام.
hint-handling = لا ينال المرسل إليه إلا الكلمات التي أُطلقت. كلماتك أنت تبقى عندك وعند الوسيط.
hint-utc = بتوقيت UTC.
hint-language = رمز مثل fa، أو اسم.
hint-ambiguous = كلمة بكلمة كما في النص، عبارة في كل سطر. والمترجم يبقيها كذلك.
hint-object = يقرؤه الوسيط وحده. ولك أن تتركه.
hint-reply = يقرؤه الوسيط وحده.
hint-render = الكلمات التي يجوز أن يُنقل بها. وتتبعها الشروط والتحفظات والنطاق كما كتبها صاحبها.
hint-return = يقرؤه صاحب البند.
form-wrong = هناك ما يجب إصلاحه:
form-stale = هذا النموذج قديم. افتحه من جديد وانسخ كلماتك إليه.
wrong-choose = اختر واحدًا.
wrong-text = الكلمات ناقصة.
wrong-days = أعطِ عدد أيام من 1 إلى 3650.
wrong-moment = هذا ليس تاريخًا مع وقت.

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
