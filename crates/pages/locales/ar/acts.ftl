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
hint-named = هم أكثر من أن تسعهم قائمة: اكتب الاسم. ما يشبه جزءًا منه يُعرض في هذا الحقل بعد إرسال الاستمارة.
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
wrong-named-none = لا شيء هنا بهذا الاسم. اكتب الاسم أو جزءًا منه.
wrong-named-one = هذا الاسم وحده يشبه ما كتبت. إن كان هو المقصود فأرسل الاستمارة من جديد.
wrong-named = { $n ->
    [one] اسم واحد يشبه ما كتبت. اختره في الحقل أو اكتب المزيد منه.
    [two] اسمان يشبهان ما كتبت. اختر أحدهما في الحقل أو اكتب المزيد منه.
    [few] { $n } أسماء تشبه ما كتبت. اختر واحدًا في الحقل أو اكتب المزيد منه.
    [many] { $n } اسمًا يشبه ما كتبت. اختر واحدًا في الحقل أو اكتب المزيد منه.
   *[other] { $n } اسم يشبه ما كتبت. اختر واحدًا في الحقل أو اكتب المزيد منه.
}
wrong-text = الكلمات ناقصة.
wrong-days = أعطِ عدد أيام من 1 إلى 3650.
wrong-moment = هذا ليس تاريخًا مع وقت.
