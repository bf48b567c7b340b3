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
readout-no = گزارش عمومی { $n }
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
when = کی
by-whom = به دست
what-came = چه شد
