# آنچه صفحه‌ها به فارسی می‌گویند. همان کلیدها با همان آرگومان‌ها در هر زبان؛ `cargo xtask i18n` آن را می‌سنجد.

## قاب هر صفحه
skip = رفتن به محتوا
nav = گشتن در این دفتر
nav-messages = پیام‌ها
nav-between = میان دو سو
nav-house = خانه
office-desk = دفتر میانجی
office-principal = دفتر اصیل
office-envoy = دفتر فرستاده
office-unnamed = دفتری که میانجی هنوز به آن ننوشته است
language-choose = زبان این صفحه‌ها
leave = خروج: بستن این دفتر در این مرورگر
waiting-count = { $n ->
    [0] چیزی در انتظار نیست
    [one] { $n } مورد در انتظار است
   *[other] { $n } مورد در انتظار است
}

## جاها
place-waiting = آنچه در انتظار من است
place-board = معوق‌ها
place-items = اقلام
place-channels = کانال‌ها
place-questions = پرسش‌های خصوصی
place-pairs = اعلامیه‌های موازی
place-proposals = پیشنهادها
place-offers = عرضه‌ها
place-texts = متن‌های مذاکره
place-readouts = گزارش‌های عمومی
place-notes = دنیای بیرون
place-conflicts = تناقض‌ها
place-parties = طرف‌ها
place-mandates = اختیارنامه‌ها
place-interests = منافع اعلام‌شده
place-lines = خط‌ها
place-line = خط
place-told = به چه کسی چه گفته شده
place-record = دفتر ثبت

## هر فهرست چیست و وقتی خالی است چه باید کرد
about-channels = آنچه دو تا شش طرف می‌توانند با یک نام و یک مجموعهٔ قیود به یکدیگر برسانند.
none-channels = هنوز کانالی نیست.
first-desk-channels = یکی باز کنید: goodoffices desk open-channel آن و طرف‌هایش را نام می‌برد.
first-side-channels = کانال‌ها را میانجی باز می‌کند. اینجا کاری لازم نیست.
about-questions = میان میانجی و یک طرف. هرگز جزو اقلام کانال نیست.
none-questions = هنوز چیزی پرسیده نشده است.
first-desk-questions = وقتی پیش از رساندن باید چیزی روشن شود، از یک طرف بپرسید.
first-side-questions = وقتی میانجی تنها از شما پرسشی دارد، اینجا می‌آید.
about-pairs = هر سو اعلامیهٔ خود را می‌سپارد. تا همه سپرده نشود هیچ‌یک نشان داده نمی‌شود و همه در یک عمل رها می‌شوند. هرگز متن مشترکی نیست.
none-pairs = هیچ جفت اعلامیه‌ای باز نشده است.
first-desk-pairs = وقتی طرف‌های کانال آماده‌اند هر یک از سوی خود اعلام کند، جفتی باز کنید.
first-side-pairs = جفت را میانجی باز می‌کند. آنگاه اعلامیهٔ خود شما خواسته می‌شود.
about-proposals = گزینه‌های شماره‌دار با پاسخ‌های مهرشده. آنچه همه برمی‌دارند در زمانی معین، یک بار، نشان داده می‌شود.
none-proposals = پیشنهادی نیست.
first-desk-proposals = گزینه‌هایی پیش روی طرف‌های کانال بگذارید، با زمان نمایش نتیجه.
first-side-proposals = وقتی میانجی پیشنهاد کند، گزینه‌ها اینجا می‌آید و پاسخ مهرشده می‌دهید.
about-offers = مساعی جمیله‌ای که عرضه می‌شود. تنها میانجی می‌داند با عرضه‌هایش چه شد.
none-offers = چیزی عرضه نشده است.
first-desk-offers = مساعی جمیلهٔ خود را با واژه‌های خود عرضه کنید.
first-side-offers = عرضهٔ میانجی اینجا می‌آید. می‌توانید از آن استفاده کنید، رد کنید یا بگذارید بماند.
about-texts = متنی که تنها از آنِ میانجی است، در نسخه‌ها. نظر هر سو تنها برای اوست.
none-texts = متن مذاکره‌ای نیست.
first-desk-texts = نسخهٔ نخست را پیش طرف‌های کانال بگذارید.
first-side-texts = متنی که میانجی پیش بگذارد اینجا می‌آید تا نظرتان را تنها به او بگویید.
about-readouts = آنچه علنی گفته می‌شود. نخست هر طرف ذی‌ربط آن را تأیید انتشار می‌کند؛ آنچه منتشر می‌شود امضا دارد.
none-readouts = گزارشی نیست.
first-desk-readouts = گزارشی بنویسید و ذی‌ربطان را نام ببرید تا تأیید انتشار از آنان خواسته شود.
first-side-readouts = گزارشی که به شما مربوط است پیش از انتشار اینجا می‌آید.
about-notes = آنچه علنی یا در مطبوعات گفته شد و به کدام اقلام مربوط است.
none-notes = از دنیای بیرون چیزی یادداشت نشده است.
first-desk-notes = افشا یا اظهاری را ثبت کنید، یا متنی مطبوعاتی را با آنچه اینجاست بسنجید.
first-side-notes = وقتی میانجی ثبت کند که از قلمی علنی سخن می‌رود، اینجا می‌آید.
about-conflicts = جایی که دو دفتر یک طرف با هم تناقض دارند.
none-conflicts = هیچ دفتری با دیگری تناقض ندارد.
first-desk-conflicts = اگر پیش آید اینجا نشان داده می‌شود و می‌توان از اصیل پرسید.
about-parties = طرف‌هایی که میانجی به آنان خدمت می‌کند، دفترهایشان و اختیارنامهٔ فرستادگانشان.
none-parties = میانجی هنوز به کسی خدمت نمی‌کند.
first-desk-parties = طرفی را بیاورید: goodoffices desk add-party آن و اصیلش را نام می‌برد. سپس دفترش را دعوت کنید.
about-mandates = با اختیارنامه، فرستاده می‌تواند تا زمانی معین برخی کارها را در برخی کانال‌ها انجام دهد.
none-mandates = اختیارنامه‌ای نیست.
first-side-mandates = دفتر اصیل فرستادگانش را می‌گمارد: goodoffices party appoint.
about-interests = منافع خود میانجی، که همهٔ طرف‌ها می‌توانند بخوانند.
none-interests = نفعی اعلام نشده است.
first-desk-interests = بگویید خودتان چه نفعی دارید تا طرف‌ها ناچار به حدس نباشند.
first-side-interests = اگر میانجی نفعی از خود اعلام کند، اینجا می‌آید.
about-lines = خط سر تا سر مهر و موم است. وقتی تازه است، شش واژهٔ وارسی را با صدا بسنجید.
none-lines = هنوز خطی نیست.
first-desk-lines = دفتر طرفی را دعوت کنید: goodoffices desk invite دعوت‌نامه و شش واژه‌اش را می‌سازد.
first-side-lines = با دعوت میانجی بپیوندید: goodoffices party join.
about-told = برای هر قلم: به چه کسی چه گفته شد، با آن چه کردند و کدام کارمندان در آن دست داشتند.
about-record = هر عمل به ترتیب و با واژه‌های دفتر روزنامه: چه کسی کرد و چه شد.
nothing-recorded = هنوز چیزی ثبت نشده است.

## از کجا آغاز کنید
nothing-waits = چیزی در انتظار شما نیست.
begin-party = با آوردن طرفی آغاز کنید: goodoffices desk add-party آن و اصیلش را نام می‌برد. سپس دفترش را دعوت کنید.
begin-channel = میان طرف‌ها کانالی باز کنید: goodoffices desk open-channel. آنگاه می‌توانند بسپارند.
begin-letter = میانجی هنوز ننوشته است. شاید خط لحظه‌ای بخواهد یا دفترش بسته باشد.
begin-desk = آنچه طرف‌ها می‌سپارند اینجا می‌آید و فوری‌ترین نشان دارد.
begin-lodge = چیزی به میانجی بسپارید یا منتظر بمانید: آنچه به شما برسد اینجا می‌آید.
known = بدانید
no-items = هنوز قلمی نیست.
no-items-desk = آنچه طرف‌ها می‌سپارند اینجا می‌آید.
no-items-party = چیزی به میانجی بسپارید؛ آنچه به شما برسد نیز اینجا می‌آید.

## فهرست‌ها
find = جستجوی واژه‌ها
find-do = جستجو
find-none = نمایش همه
find-further = جستجو در گذشته‌تر
found-none = چیزی یافت نشد.
found-none-yet = در میان تازه‌ترین‌ها چیزی یافت نشد. گذشته‌تر را بجویید.
pager = صفحه‌ها
pager-at = صفحهٔ { $page } از { $pages }
pager-newer = تازه‌تر
pager-older = کهنه‌تر
pager-latest = تازه‌ترین‌ها

## قلم
item = قلم
item-no = قلم { $n }
item-not-here = قلمی که اینجا نیست
from = از
to = به
others = دیگران
co-mediators = میانجیان همراه
channel = کانال
state = وضعیت
lapse = پایان اعتبار
lapses = از اعتبار می‌افتد در
as-of = ناظر به
conveyed-on = رسانده‌شده در
on-behalf-of = از جانب
carrier = حامل
precedence = فوریت
disposition = برخورد
dispositions = آنچه گیرندگان با آن کردند
dispositions-hint = هیچ‌یک به معنای رضایت نیست و به نویسنده گفته نمی‌شود.
handling = شیوهٔ کار با واژه‌ها
approval = تأیید واژه‌ها
approval-first = نخست نویسنده واژه‌ها را تأیید می‌کند.
disclosure = افشا
language = زبان متن
answers = پاسخ به
reaffirms = تأکید دوباره بر
supersedes = جایگزینِ
superseded-by = جایگزین‌شده با
same-as = همان
maybe-same = شاید همان
reason = دلیل
to-several = یک متن به چند طرف
to-several-yes = به هر گیرنده همین واژه‌ها داده شد.
read-at = خوانده‌شده در
status-block = مجموعهٔ قیود
unconfirmed = تأییدنشده
closed = بسته
conditions = شرط‌ها
invoked = به آن استناد شد
reservations = قیدها
scope = دامنه
keep-ambiguous = به‌عمد مبهم
translation = ترجمه
correction = تصحیح
delivered = به دفترش رسیده
not-delivered = هنوز به دفترش نرسیده
fidelity-code = رمز امانت
words-authentic = متن اصیل
words-conveyed = واژه‌هایی که رسانده شد
words-gone = واژه‌ها اینجا نیست یا دیگر نیست.
show-text = نمایش متن
officers = کارمندان
officer = کارمند
acts = آنچه می‌توانید بکنید
said-to-approve = واژه‌های در انتظار تأیید
said-renditions-out = آنچه رها شد، برای هر گیرنده
said-conveyed-in-your-name = آنچه به نام شما رسانده شد
said-corrected = چنان‌که رسانده و تصحیح شد، از کهنه‌ترین

## پیام شفاهی
oral-hidden = پیام شفاهی: برای خواندن بازش کنید.
oral-before = این پیامی شفاهی است. تنها بر این صفحه خوانده می‌شود و به میانجی گفته می‌شود که خوانده شد.
oral-read = اکنون بخوانید
oral-masked = تا این پنجره در جلو نیست پوشیده است.
oral-after = اینجا نمی‌توان آن را برگزید، رونوشت گرفت یا چاپ کرد. چیزی مانع عکس گرفتن از صفحه نیست.

## مجموعهٔ قیود
status-no-commitment = بدون تعهد
status-no-coordination = بدون هماهنگی
status-no-recognition = بدون شناسایی
status-without-prejudice = بدون لطمه به مواضع
status-no-precedent = بدون ایجاد سابقه

## شکل‌ها و رسم‌هایشان
form-oral-message = پیام شفاهی
form-non-paper = نان‌پیپر
form-aide-memoire = یادداشت یادآوری
form-personal-message = پیام شخصی
form-declaration = اعلامیه
form-note-verbale = یادداشت رسمی (نوت وربال)
form-talking-points = نکات گفت‌وگو
formrule-oral-message = بر صفحه خوانده می‌شود؛ نسخه‌ای داده نمی‌شود. تنها به میانجی گفته می‌شود که خوانده شد.
formrule-non-paper = نه خاستگاهش را می‌گوید نه تاریخ را، و به آن استناد نمی‌شود.
formrule-aide-memoire = تاریخ‌دار، به سوم شخص، بی‌امضا.
formrule-personal-message = از جانب اصیل گفته می‌شود و حاملی می‌آوردش.
formrule-declaration = تنها خطاب به میانجی، و تنها به عنوان یکی از یک جفت رها می‌شود.
formrule-note-verbale = رسمی است: می‌توان آن را به نویسنده نسبت داد.
formrule-talking-points = برای استفادهٔ خود؛ هرگز رسانده نمی‌شود.

## واژگان
handling-verbatim = واژه به واژه یا هیچ
handling-paraphrase = به واژه‌های دیگر یا واژه به واژه
handling-gist = چکیده بس است
handling-at-desk = به صلاحدید میانجی
label-verbatim = واژه به واژه
label-paraphrase = بازگفته
label-gist = چکیده
labelabout-verbatim = متن اصیل با همهٔ متعلقاتش؛ جز آن رد می‌شود
labelabout-paraphrase = همان با واژه‌های دیگر
labelabout-gist = حاصل سخن
precedence-routine = عادی
precedence-urgent = فوری
precedence-flash = آنی
disclosure-secret = از آن چیزی نمی‌توان گفت
disclosure-without-attribution = بی‌ذکر صاحبش می‌توان به کار برد
disclosure-may-mention = میانجی می‌تواند از آن یاد کند
disclosure-public = هر کس می‌تواند از آن بگوید
disposition-noted = ملاحظه شد
disposition-without-recognition = دریافت بدون شناسایی
disposition-ad-referendum = برای ارجاع گرفته شد
disposition-not-accepted = پذیرفته نشد
disposition-returned-unread = ناخوانده بازگردانده شد
dispositionabout-noted = آن را ملاحظه کردید
dispositionabout-without-recognition = نه فرستنده را می‌شناسید نه پیام را
dispositionabout-ad-referendum = آن را نزد تصمیم‌گیرندگان می‌برید
dispositionabout-not-accepted = آن را رد می‌کنید
dispositionabout-returned-unread = واژه‌هایش اینجا برای همیشه پاک می‌شود
may-lodge = سپردن
may-dispose = برخورد با رسیده‌ها
may-approve = تأیید واژه‌ها
may-answer = پاسخ به میانجی
may-clear = تأیید انتشار گزارش‌ها
state-lodged = سپرده
state-awaiting-countersign = در انتظار امضای دوم
state-held = نگه‌داشته
state-awaiting-approval = در انتظار تأیید
state-approved = واژه‌ها تأیید شد
state-conveyed = رسانده شد
state-returned = بازگردانده شد
state-recalled = پس گرفته شد
state-lapsed = از اعتبار افتاد
state-lapsed-unread = ناخوانده از اعتبار افتاد
state-voided = باطل
state-erased = پاک‌شده
waits-response = در انتظار برخورد یا پاسخ شما
waits-approval = میانجی می‌خواهد واژه‌هایش را تأیید کنید
waits-countersign = در انتظار امضای دوم شما
waits-leave = میانجی برای کاربرد سخن محرمانهٔ شما اجازه می‌خواهد
waits-carriage = برای نگارش، رها کردن یا بازگرداندن
waits-admission = با اختیارنامهٔ پایان‌یافته آمد: راه دهید یا بازگردانید
waits-invocation = به شرطی استناد شد: آن را رها کنید یا بازگردانید
waits-correction = تصحیحی در انتظار رها شدن است
waits-confirmation = آیا چنین گفتید؟ میانجی آن را نوشته است
waits-answer = پیشنهادی در انتظار پاسخ مهرشدهٔ شماست
waits-offer = عرضه‌ای در انتظار است: استفاده کنید، رد کنید یا بگذارید بماند
waits-clearance = گزارشی در انتظار تأیید انتشار شماست
waits-reply = میانجی خصوصی از شما می‌پرسد
own-outreach = سخن خود میانجی
own-idea = اندیشه‌ای از میانجی
own-assurance = اطمینانی از میانجی
grade-sight = در نگاه اول
grade-rough = اولیه
grade-official = رسمی
touches-name = نام یا عنوان
touches-label = نام‌گذاری
touches-quote = واژه‌های یک قلم
touches-day = روز رساندن
pairstate-open = باز
pairstate-opening = در حال گشودن
pairstate-complete = کامل
pairstate-released = رهاشده
pairstate-not-completed = کامل نشد
proposalstate-open = باز
proposalstate-revealed = آشکارشده
proposalstate-voided = باطل
offerstate-open = باز
offerstate-taken-up = استفاده شد
offerstate-declined = رد شد
offerstate-lapsed = از اعتبار افتاد
offerstate-answered = پاسخ داده شد
readoutstate-awaiting-clearance = در انتظار تأیید انتشار
readoutstate-cleared = انتشارش تأیید شد
readoutstate-objected-to = اعتراض دارد
readoutstate-published = منتشر شد
readoutstate-withdrawn = پس گرفته شد
linestate-working = برقرار
linestate-silent = خاموش
linestate-broken = گسسته
linestate-waiting = در انتظار
linestate-expired = منقضی
lineabout-working = گره پاسخ می‌دهد و سوی دیگر هم.
lineabout-silent = گره پاسخ می‌دهد و سوی دیگر نه. شاید دفترش بسته باشد.
lineabout-broken = گره پاسخ نمی‌دهد. شبکه را وارسی کنید؛ آنچه منتظر است با بازگشتش می‌رود.
lineabout-waiting = هنوز کسی دعوت را به کار نبرده است.
lineabout-expired = دعوت به‌موقع به کار نرفت. دوباره دعوت کنید.
note-disclosure = افشا
note-statement = اظهار علنی
note-exposure = متن مطبوعاتی

## پرسش‌های خصوصی
question-no = پرسش { $n }
about-item = دربارهٔ
reply = پاسخ
no-reply-yet = هنوز پاسخی نیست.

## میان دو سو
pair-no = جفت { $n }
pair-lodged = سپرده‌اند
pair-own = اعلامیهٔ شما
pair-yours = سپرده و از همه مهر شده است.
pair-yours-not = سپرده نشده است.
nobody-yet = هنوز هیچ‌کس
declarations = اعلامیه‌ها
proposal-no = پیشنهاد { $n }
subject = موضوع
reveal-at = نمایش در
common = آنچه همه برمی‌دارند
your-answer = آنچه شما برمی‌دارید
answers-from = پاسخ‌ها
no-option = هیچ‌یک
offer-no = عرضهٔ { $n }
text-no = متن { $n }
version-no = نسخهٔ { $n }
comment = نظرِ

## گزارش‌ها و دنیای بیرون
readout-no = گزارش { $n }
readout-own = از خود شما
readout-key = کلیدی که با آن سنجیده می‌شود
draft = پیش‌نویس
concerns = مربوط به
mentions = یاد می‌کند از
cleared-by = تأیید انتشار از
objection-of = اعتراضِ
published-on = منتشرشده در
signature = امضا
findings-count = { $n ->
    [one] در { $n } جا به آنچه نباید گفت می‌پردازد
   *[other] در { $n } جا به آنچه نباید گفت می‌پردازد
}
occasion = مناسبت
of-items = دربارهٔ
like-authentic = همانند متن اصیل
like-released = همانند واژه‌های رهاشده
likeness = همانندی { $n } از ۱۰۰
had-been-told = به اینان آن واژه‌ها گفته شده بود؛ این نمی‌گوید چه کسی آن را بازگفت:
principal-asked = از اصیل پرسیده شد.
principal-not-asked = از اصیل پرسیده نشده است.

## خانه
principal = اصیل
principals-office = دفتر اصیل
address = شیوهٔ خطاب
offices = دفترها
no-office-yet = هنوز دفتری نپیوسته است.
line-no = خط { $n }
capacity = سمت
may = می‌تواند
until = تا
until-revoked = تا پس گرفتن آن
revoked = پس گرفته شد
countersign = امضای دوم
countersign-yes = اصیل بر آنچه سپرده می‌شود امضای دوم می‌گذارد.
queue = در راه
set-aside = کنار گذاشته
letters-count = { $n ->
    [0] بدون نامه
    [one] { $n } نامه
   *[other] { $n } نامه
}
check-words = واژه‌های وارسی: یک بار با صدا بسنجید
told-whom = گفته‌شده به
when = کی
by-whom = به دست
what-came = چه شد

## کارها
lodge = چیزی بگویید
lodge-about = به میانجی می‌سپارید و او می‌رساند، می‌پرسد یا بازمی‌گرداند. چه شکلی داشته باشد؟
do-lodge = سپردن به میانجی
do-dispose = برخورد با آن
do-answer = پاسخ دادن
do-approve = تأیید همین واژه‌ها
do-object = اعتراض
do-reply = پاسخ به میانجی
do-supersede = جایگزین کردن
do-reaffirm = دوباره گفتن
do-render = نگارش
do-release = رها کردن
do-return = بازگرداندن به نویسنده
do-ask = پرسیدن از یک طرف
done-lodged = به میانجی سپرده شد.
done-disposed = انجام شد. تنها به میانجی گفته می‌شود.
done-approved = همین واژه‌ها تأیید شد و نه جز آن.
done-objected = به میانجی گفته شد؛ این واژه‌ها رسانده نمی‌شود.
done-replied = پاسخ داده شد، تنها به میانجی.
done-rendered = نگاشته شد. چیزی از دفتر بیرون نرفته است.
done-released = رها شد.
done-returned = با دلیل به نویسنده بازگردانده شد.
done-asked = پرسیده شد.
done-read = خوانده شد. تنها به میانجی گفته می‌شود.
dispose-about = تنها به میانجی گفته می‌شود چه برمی‌گزینید. هیچ‌یک به معنای رضایت نیست.
release-about = دقیقاً همین از دفتر بیرون می‌رود و نه چیز دیگر. وقتی نزد گیرنده باشد پس گرفتنی نیست.
release-missing = هنوز نگاشته نشده برای:
will-see = آنچه خواهد دید
more = آنچه افزون بر این می‌توان گفت
refused = رد شد

## خانه‌های فرم
field-channel = کانال
field-to = به چه کسی
field-behalf = از جانب چه کسی
field-carrier = چه کسی می‌برد
field-text = واژه‌ها
field-conditions = با چه شرط‌هایی
field-reservations = چه قیدهایی دارد
field-days = روز
field-handling = با واژه‌ها چگونه رفتار شود
field-approve = پیش از رساندن واژه‌ها را تأیید می‌کنم
field-precedence = چه اندازه فوری است
field-disclosure = در بیرون چه می‌توان از آن گفت
field-scope = چه را دربرمی‌گیرد و چه را نه
field-as-of = ناظر به چه زمانی گفته می‌شود
field-not-before = پیش از این رسانده نشود
field-not-after = پس از این رسانده نشود
field-language = به چه زبانی نوشته شده
field-ambiguous = بخش‌های به‌عمد مبهم
field-as = با آن چه می‌کنید
field-reason = چرا
field-label = واژه‌ها نسبت به متن اصیل چیست
field-party = از چه کسی پرسیده شود
field-principal-only = تنها از دفتر اصیل پرسیده شود و نه از فرستادگان
hint-lines = هر سطر یکی.
hint-days = پس از این شمار روز خودبه‌خود از اعتبار می‌افتد.
hint-days-question = این شمار روز منتظر پاسخ می‌مانند.
hint-handling = گیرنده تنها واژه‌های رهاشده را می‌گیرد. واژه‌های خودتان نزد شما و میانجی می‌ماند.
hint-utc = به وقت UTC.
hint-language = نشانه‌ای مانند fa یا یک نام.
hint-ambiguous = واژه به واژه چنان‌که در متن است، هر سطر یکی. مترجم آن را چنین نگه می‌دارد.
hint-object = تنها میانجی می‌خواند. می‌توانید خالی بگذارید.
hint-reply = تنها میانجی می‌خواند.
hint-render = واژه‌هایی که می‌توان با آن رساند. شرط‌ها، قیدها و دامنه چنان‌که نویسنده نوشت همراه آن می‌رود.
hint-return = نویسنده می‌خواند.
form-wrong = چیزی را باید درست کرد:
form-stale = این فرم کهنه است. از نو بازش کنید و واژه‌هایتان را در آن بنویسید.
wrong-choose = یکی را برگزینید.
wrong-text = واژه‌ها نیست.
wrong-days = شمار روزها را از ۱ تا ۳۶۵۰ بدهید.
wrong-moment = این تاریخ با ساعت نیست.

## زمان‌ها
time-utc = { $time } UTC
time-over = گذشته
time-in-minutes = { $n ->
    [one] { $n } دقیقهٔ دیگر
   *[other] { $n } دقیقهٔ دیگر
}
time-in-hours = { $n ->
    [one] { $n } ساعت دیگر
   *[other] { $n } ساعت دیگر
}
time-in-days = { $n ->
    [one] { $n } روز دیگر
   *[other] { $n } روز دیگر
}

## جایی که صفحه‌ای نیست
trouble-host = این نشانی آن نیست که داده شد
trouble-host-do = نشانی را درست چنان‌که دفتر چاپ کرد باز کنید؛ با http://127.0.0.1 آغاز می‌شود.
trouble-site = این از سایت دیگری آمد
trouble-site-do = کاری انجام نشد. به صفحهٔ خود دفتر بروید و آنجا انجامش دهید.
trouble-session = این دفتر بر این مرورگر بسته است
trouble-session-do = با نشانی تازه‌ای بازش کنید. دفتر هنگام باز شدن یکی چاپ می‌کند.
trouble-address = این نشانی پیش‌تر به کار رفته یا زمانش گذشته است
trouble-address-do = هر نشانی یک بار کار می‌کند. برای نشانی دیگر دفتر را از نو باز کنید.
trouble-page = چنین صفحه‌ای نیست
trouble-page-do = بازگردید یا از نخستین صفحهٔ دفتر آغاز کنید.
trouble-long = بیش از اندازه بلند است
trouble-long-do = کاری انجام نشد. بازگردید و کوتاهش کنید؛ متن یک قلم بیش از ۲۵۶ کیبی‌بایت نیست.
trouble-busy = دفتر به‌موقع پاسخ نداد
trouble-busy-do = شاید سرگرم است. لحظه‌ای صبر کنید و دوباره بکوشید؛ آنچه فرستادید یک بار اثر می‌کند.
trouble-closed = دفتر بسته شد
trouble-closed-do = دوباره بازش کنید. آنچه فرستادید را می‌توان باز فرستاد؛ یک بار اثر می‌کند.
trouble-failed = دفتر نتوانست این کار را بکند
trouble-failed-do = شاید دیسکش پر یا آسیب‌دیده باشد. به پایانه‌ای که در آن باز است بنگرید.
