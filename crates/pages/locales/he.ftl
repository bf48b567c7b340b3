# מה שהדפים אומרים בעברית. אותם מפתחות עם אותם ארגומנטים בכל שפה; `cargo xtask i18n` בודק זאת.

## המסגרת של כל דף
skip = מעבר לתוכן
nav = דרכים במשרד הזה
nav-messages = מסרים
nav-between = בין הצדדים
nav-house = הבית
office-desk = משרד המתווך
office-principal = משרדו של שולח
office-envoy = משרדו של שליח
office-unnamed = משרד שהמתווך עוד לא כתב אליו
language-choose = שפת הדפים האלה
leave = יציאה: סגירת המשרד הזה בדפדפן הזה
waiting-count = { $n ->
    [0] דבר אינו ממתין
    [one] עניין אחד ממתין
    [two] שני עניינים ממתינים
   *[other] { $n } עניינים ממתינים
}

## מקומות
place-waiting = מה ממתין לי
place-board = תלוי ועומד
place-items = פריטים
place-channels = ערוצים
place-questions = שאלות פרטיות
place-pairs = הצהרות מקבילות
place-proposals = הצעות
place-offers = הצעות שירות
place-texts = נוסחי משא ומתן
place-readouts = הודעות לציבור
place-notes = העולם שבחוץ
place-conflicts = סתירות
place-parties = צדדים
place-mandates = כתבי הרשאה
place-interests = עניינים מוצהרים
place-lines = קווים
place-line = הקו
place-told = למי נאמר מה
place-record = רשומה

## מהי כל רשימה ומה לעשות כשהיא ריקה
about-channels = מה ששניים עד שישה צדדים יכולים להעביר זה לזה, תחת שם אחד ומערך הסתייגויות אחד.
none-channels = אין עדיין ערוץ.
first-desk-channels = פתחו ערוץ: goodoffices desk open-channel נותן לו שם וקובע את צדדיו.
first-side-channels = המתווך פותח ערוצים. אין צורך לעשות כאן דבר.
about-questions = בין המתווך לצד אחד. לעולם אינן חלק מפריטי הערוץ.
none-questions = עדיין לא נשאל דבר.
first-desk-questions = שאלו צד כשדבר צריך להתבהר לפני שתעבירו.
first-side-questions = כשלמתווך תהיה שאלה לכם בלבד, היא תופיע כאן.
about-pairs = כל צד מפקיד את הצהרתו שלו. אף אחת אינה מוצגת לפני שהופקדו כולן, וכולן משוחררות במעשה אחד. לעולם אין נוסח משותף.
none-pairs = לא נפתח זוג הצהרות.
first-desk-pairs = פתחו זוג בערוץ כשצדדיו מוכנים להצהיר כל אחד בשם עצמו.
first-side-pairs = המתווך פותח זוג, ואז תתבקשו להצהיר הצהרה משלכם.
about-proposals = אפשרויות ממוספרות עם תשובות חתומות. מה שהכול היו לוקחים מוצג בשעה קבועה, פעם אחת.
none-proposals = אין הצעה.
first-desk-proposals = הציגו אפשרויות לצדדי ערוץ עם שעה לגילוי.
first-side-proposals = כשהמתווך יציע, האפשרויות יופיעו כאן ותענו עליהן בחתום.
about-offers = שירותים טובים המוצעים. רק המתווך יודע מה עלה בגורל הצעותיו.
none-offers = לא הוצע דבר.
first-desk-offers = הציעו את שירותיכם הטובים במילים שלכם.
first-side-offers = הצעת שירות של המתווך תופיע כאן. אפשר להיענות לה, לדחות אותה או להניח לה.
about-texts = נוסח שבבעלות המתווך בלבד, בגרסאות. הערות כל צד הן לו לבדו.
none-texts = אין נוסח משא ומתן.
first-desk-texts = הניחו גרסה ראשונה לפני צדדי ערוץ.
first-side-texts = נוסח שהמתווך מניח מופיע כאן, להערותיכם אליו בלבד.
about-readouts = מה שנאמר בפומבי. כל צד נוגע בדבר מתיר אותו תחילה; מה שמתפרסם חתום.
none-readouts = אין הודעה לציבור.
first-desk-readouts = נסחו הודעה, ציינו במי היא נוגעת, והם יתבקשו להתירה.
first-side-readouts = הודעה הנוגעת לכם תופיע כאן לפני שמישהו יפרסם אותה.
about-notes = מה שנאמר בפומבי או בעיתונות ובאילו פריטים הוא נוגע.
none-notes = לא נרשם דבר על העולם שבחוץ.
first-desk-notes = רשמו גילוי או התבטאות, או השוו נוסח עיתונאי למה שיש כאן.
first-side-notes = כשהמתווך ירשום שמדברים בפומבי על פריט, זה יופיע כאן.
about-conflicts = היכן ששני משרדים של צד אחד סותרים זה את זה.
none-conflicts = אין משרדים הסותרים זה את זה.
first-desk-conflicts = אם יקרה הדבר הוא יוצג כאן, ואפשר יהיה לשאול את השולח.
about-parties = הצדדים שהמתווך משרת, משרדיהם וכתבי ההרשאה של שליחיהם.
none-parties = המתווך אינו משרת עדיין איש.
first-desk-parties = צרפו צד: goodoffices desk add-party נותן לו שם ואת שולחו. אחר כך הזמינו את משרדו.
about-mandates = בכתב הרשאה רשאי שליח לעשות מעשים מסוימים בערוצים מסוימים עד מועד מסוים.
none-mandates = אין כתב הרשאה.
first-side-mandates = משרד השולח ממנה את שליחיו: goodoffices party appoint.
about-interests = עניינים של המתווך עצמו, שכל הצדדים רשאים לקרוא.
none-interests = לא הוצהר עניין.
first-desk-interests = הצהירו מה העניין שלכם עצמכם, כדי שהצדדים לא יצטרכו לנחש.
first-side-interests = אם המתווך יצהיר על עניין משלו, הוא יופיע כאן.
about-lines = קו חתום מקצה לקצה. כשהוא חדש, השוו בקול את שש מילות הבדיקה שלו.
none-lines = אין עדיין קו.
first-desk-lines = הזמינו משרד של צד: goodoffices desk invite מכין את ההזמנה ואת שש מילותיה.
first-side-lines = הצטרפו בהזמנת המתווך: goodoffices party join.
about-told = לכל פריט: למי נאמר מה, מה נעשה בו, ולאילו עובדים הייתה יד בו.
about-record = כל מעשה לפי סדרו, במילות היומן: מי עשה ומה יצא ממנו.
nothing-recorded = עדיין לא נרשם דבר.

## במה להתחיל
nothing-waits = דבר אינו ממתין לכם.
begin-party = התחילו בצירוף צד: goodoffices desk add-party נותן לו שם ואת שולחו. אחר כך הזמינו את משרדו.
begin-channel = פתחו ערוץ בין צדדים: goodoffices desk open-channel. אז יוכלו להפקיד.
begin-letter = המתווך עוד לא כתב. אולי הקו זקוק לרגע, או שמשרדו סגור.
begin-desk = מה שהצדדים יפקידו יופיע כאן, והדחוף ביותר מסומן.
begin-lodge = הפקידו דבר אצל המתווך, או המתינו: מה שיועבר אליכם יופיע כאן.
known = ראוי לדעת
no-items = אין עדיין פריטים.
no-items-desk = מה שהצדדים מפקידים מופיע כאן.
no-items-party = הפקידו דבר אצל המתווך; מה שיועבר אליכם יופיע כאן גם הוא.

## רשימות
find = חיפוש מילים
find-do = חיפוש
find-none = הצגת הכול
find-further = חיפוש מוקדם יותר
found-none = לא נמצא דבר.
found-none-yet = לא נמצא דבר בין האחרונים. חפשו מוקדם יותר.
pager = דפים
pager-at = דף { $page } מתוך { $pages }
pager-newer = חדשים יותר
pager-older = ישנים יותר
pager-latest = האחרונים

## פריט
item = פריט
item-no = פריט { $n }
item-not-here = פריט שאינו כאן
from = מאת
to = אל
others = אחרים
co-mediators = מתווכים גם
channel = ערוץ
state = מצב
lapse = פקיעה
lapses = פוקע ב־
as-of = נכון ל־
conveyed-on = הועבר ב־
on-behalf-of = בשם
carrier = נושא אותו
precedence = דחיפות
disposition = הטיפול
dispositions = מה עשו בו הנמענים
dispositions-hint = שום דבר מאלה אינו הסכמה, והמחבר אינו מקבל על כך ידיעה.
handling = אופן הטיפול במילים
approval = אישור
approval-first = המחבר מאשר את המילים תחילה.
disclosure = גילוי
language = שפת הנוסח
answers = עונה על
reaffirms = חוזר ומאשר את
supersedes = בא במקום
superseded-by = בא במקומו
same-as = זהה ל־
maybe-same = אולי זהה ל־
reason = סיבה
to-several = נוסח אחד לכמה
to-several-yes = כל נמען קיבל את המילים האלה עצמן.
read-at = נקרא אצל
status-block = מערך ההסתייגויות
unconfirmed = לא אומת
closed = סגור
conditions = תנאים
invoked = הופעל
reservations = הסתייגויות
scope = תחולה
keep-ambiguous = דו־משמעי בכוונה
translation = תרגום
correction = תיקון
delivered = הגיע למשרדו
not-delivered = עוד לא הגיע למשרדו
fidelity-code = קוד נאמנות
words-authentic = הנוסח המקורי
words-conveyed = המילים שהועברו
words-gone = המילים אינן כאן, או אינן עוד.
show-text = הצגת הנוסח
officers = עובדים
officer = עובד
acts = מה אפשר לעשות
said-to-approve = מילים הממתינות לאישור
said-renditions-out = מה ששוחרר, לכל נמען
said-conveyed-in-your-name = מה שהועבר בשמכם
said-corrected = כפי שהועבר ותוקן, מהישן לחדש

## מסר בעל פה
oral-hidden = מסר בעל פה: פתחו כדי לקרוא.
oral-before = זהו מסר בעל פה. הוא נקרא על המסך הזה בלבד, והמתווך יקבל ידיעה שנקרא.
oral-read = לקרוא עכשיו
oral-masked = מכוסה כל עוד החלון הזה אינו מלפנים.
oral-after = אי אפשר לסמן, להעתיק או להדפיס אותו כאן. דבר אינו מונע צילום של המסך.

## מערך ההסתייגויות
status-no-commitment = ללא התחייבות
status-no-coordination = ללא תיאום
status-no-recognition = ללא הכרה
status-without-prejudice = בלי לפגוע בעמדות
status-no-precedent = ללא תקדים

## צורות ומנהגיהן
form-oral-message = מסר בעל פה
form-non-paper = נון־פייפר
form-aide-memoire = תזכיר (אד־ממואר)
form-personal-message = מסר אישי
form-declaration = הצהרה
form-note-verbale = איגרת רשמית (נוטה ורבלית)
form-talking-points = נקודות לשיחה
formrule-oral-message = נקרא על המסך; לא נמסר עותק. רק המתווך מקבל ידיעה שנקרא.
formrule-non-paper = אינו מציין את מקורו ולא תאריך, ואין לצטט אותו.
formrule-aide-memoire = מתוארך, בגוף שלישי, ללא חתימה.
formrule-personal-message = נאמר בשם שולח, ומובא בידי נושא.
formrule-declaration = מופנית אל המתווך בלבד, ומשוחררת רק כאחת מזוג.
formrule-note-verbale = רשמית: אפשר לייחס אותה למחברה.
formrule-talking-points = לשימוש עצמי; לעולם אינן מועברות.

## אוצרות מילים
handling-verbatim = מילה במילה או כלל לא
handling-paraphrase = במילים אחרות או מילה במילה
handling-gist = די בתמצית
handling-at-desk = כראות עיני המתווך
label-verbatim = מילה במילה
label-paraphrase = במילים אחרות
label-gist = תמצית
labelabout-verbatim = הנוסח המקורי עם כל השייך לו; כל נוסח אחר נדחה
labelabout-paraphrase = אותו הדבר במילים אחרות
labelabout-gist = מה שעולה מן הדברים
precedence-routine = רגיל
precedence-urgent = דחוף
precedence-flash = מבזק
disclosure-secret = אין לומר עליו דבר
disclosure-without-attribution = מותר להשתמש בלי לומר של מי
disclosure-may-mention = המתווך רשאי להזכירו
disclosure-public = כל אחד רשאי לדבר עליו
disposition-noted = נרשם
disposition-without-recognition = התקבל ללא הכרה
disposition-ad-referendum = נלקח אד רפרנדום
disposition-not-accepted = נדחה
disposition-returned-unread = הוחזר בלי שנקרא
dispositionabout-noted = רשמתם אותו לפניכם
dispositionabout-without-recognition = אינכם מכירים לא בשולח ולא במסר
dispositionabout-ad-referendum = אתם מביאים אותו לפני המחליטים
dispositionabout-not-accepted = אתם דוחים אותו
dispositionabout-returned-unread = מילותיו נמחקות כאן לעולם
may-lodge = להפקיד
may-dispose = לטפל במה שהועבר
may-approve = לאשר מילים
may-answer = לענות למתווך
may-clear = להתיר הודעות
state-lodged = הופקד
state-awaiting-countersign = ממתין לחתימה נוספת
state-held = מעוכב
state-awaiting-approval = ממתין לאישור
state-approved = המילים אושרו
state-conveyed = הועבר
state-returned = הוחזר
state-recalled = נמשך בחזרה
state-lapsed = פקע
state-lapsed-unread = פקע בלי שנקרא
state-voided = בטל
state-erased = נמחק
waits-response = ממתין לטיפולכם או לתשובתכם
waits-approval = המתווך מבקש שתאשרו את מילותיו
waits-countersign = ממתין לחתימתכם הנוספת
waits-leave = המתווך מבקש רשות להשתמש במה שאמרתם בסוד
waits-carriage = לנסח, לשחרר או להחזיר
waits-admission = בא בהרשאה שתמה: קבלו אותו לטיפול או החזירו
waits-invocation = הופעל תנאי: שחררו זאת או החזירו
waits-correction = תיקון ממתין לשחרור
waits-confirmation = האם אמרתם כך? המתווך רשם זאת
waits-answer = הצעה ממתינה לתשובתכם החתומה
waits-offer = הצעת שירות ממתינה: היענו, דחו או הניחו לה
waits-clearance = הודעה ממתינה להיתר שלכם
waits-reply = המתווך שואל אתכם בפרטיות
own-outreach = דברי המתווך עצמו
own-idea = רעיון של המתווך
own-assurance = הבטחה של המתווך
grade-sight = ממבט ראשון
grade-rough = גס
grade-official = רשמי
touches-name = שם או תואר
touches-label = כינוי
touches-quote = מילים של פריט
touches-day = יום העברה
pairstate-open = פתוח
pairstate-opening = נפתח
pairstate-complete = שלם
pairstate-released = שוחרר
pairstate-not-completed = לא הושלם
proposalstate-open = פתוחה
proposalstate-revealed = נגלתה
proposalstate-voided = בטלה
offerstate-open = פתוחה
offerstate-taken-up = נענו לה
offerstate-declined = נדחתה
offerstate-lapsed = פקעה
offerstate-answered = נענתה
readoutstate-awaiting-clearance = ממתינה להיתר
readoutstate-cleared = הותרה
readoutstate-objected-to = יש התנגדות
readoutstate-published = פורסמה
readoutstate-withdrawn = נמשכה בחזרה
linestate-working = פועל
linestate-silent = שותק
linestate-broken = מנותק
linestate-waiting = ממתין
linestate-expired = פג
lineabout-working = הצומת עונה, וכך גם הקצה האחר.
lineabout-silent = הצומת עונה והקצה האחר לא. אולי משרדו סגור.
lineabout-broken = הצומת אינו עונה. בדקו את הרשת; מה שממתין יישלח כשיחזור.
lineabout-waiting = איש עוד לא נענה להזמנה.
lineabout-expired = לא נענו להזמנה בזמן. הזמינו שוב.
note-disclosure = גילוי
note-statement = התבטאות פומבית
note-exposure = נוסח עיתונאי

## שאלות פרטיות
question-no = שאלה { $n }
about-item = על
reply = תשובה
no-reply-yet = אין עדיין תשובה.

## בין הצדדים
pair-no = זוג { $n }
pair-lodged = הפקידו
pair-own = שלכם
pair-yours = הופקדה, וחתומה בפני הכול.
pair-yours-not = לא הופקדה.
nobody-yet = עדיין איש
declarations = הצהרות
proposal-no = הצעה { $n }
subject = נושא
reveal-at = תוצג ב־
common = מה שהכול היו לוקחים
your-answer = מה שאתם הייתם לוקחים
answers-from = תשובות
no-option = אף אחת
offer-no = הצעת שירות { $n }
text-no = נוסח { $n }
version-no = גרסה { $n }
comment = הערה של

## הודעות לציבור והעולם שבחוץ
readout-no = הודעה { $n }
readout-own = שלכם
readout-key = המפתח שבו היא נבדקת
draft = טיוטה
concerns = נוגעת ל־
mentions = מזכירה
cleared-by = התיר
objection-of = התנגדות של
published-on = פורסמה ב־
signature = חתימה
findings-count = { $n ->
    [one] היא נוגעת במה שאין לדבר עליו במקום אחד
    [two] היא נוגעת במה שאין לדבר עליו בשני מקומות
   *[other] היא נוגעת במה שאין לדבר עליו ב־{ $n } מקומות
}
occasion = הזדמנות
of-items = על
like-authentic = דומה לנוסח המקורי
like-released = דומה למילים ששוחררו
likeness = דמיון { $n } מתוך 100
had-been-told = לאלה נאמרו המילים; אין בכך לומר מי מסר אותן הלאה:
principal-asked = השולח נשאל.
principal-not-asked = השולח לא נשאל.

## הבית
principal = שולח
principals-office = משרד השולח
address = צורת הפנייה
offices = משרדים
no-office-yet = עוד לא הצטרף משרד.
line-no = קו { $n }
capacity = תפקיד
may = רשאי
until = עד
until-revoked = עד לביטול
revoked = בוטל
countersign = חתימה נוספת
countersign-yes = השולח מוסיף חתימה על מה שמופקד.
queue = בדרך
set-aside = הונחו בצד
letters-count = { $n ->
    [0] אין מכתבים
    [one] מכתב אחד
    [two] שני מכתבים
   *[other] { $n } מכתבים
}
check-words = מילות בדיקה: השוו אותן בקול, פעם אחת
told-whom = נאמר ל־
when = מתי
by-whom = בידי מי
what-came = מה יצא מזה

## מעשים
lodge = לומר דבר
lodge-about = אתם נותנים זאת למתווך, והוא מעביר, שואל או מחזיר. איזו צורה תהיה לזה?
do-lodge = להפקיד אצל המתווך
do-dispose = לטפל בו
do-answer = לענות עליו
do-approve = לאשר את המילים האלה בדיוק
do-object = להתנגד
do-reply = להשיב למתווך
do-supersede = להחליף אותו
do-reaffirm = לומר אותו שוב
do-render = לנסח
do-release = לשחרר
do-return = להחזיר למחברו
do-ask = לשאול צד
done-lodged = הופקד אצל המתווך.
done-disposed = נעשה. רק המתווך יודע.
done-approved = אושרו המילים האלה בדיוק ולא אחרות.
done-objected = המתווך קיבל ידיעה; המילים האלה לא יועברו.
done-replied = הושב, למתווך בלבד.
done-rendered = נוסח. דבר לא יצא מן המשרד.
done-released = שוחרר.
done-returned = הוחזר למחברו עם הסיבה.
done-asked = נשאל.
done-read = נקרא. רק המתווך יודע.
dispose-about = רק המתווך יודע במה תבחרו. שום דבר מאלה אינו הסכמה.
release-about = בדיוק זה יוצא מן המשרד, ולא דבר אחר. אי אפשר להשיבו משהגיע לנמען.
release-missing = עוד לא נוסח עבור:
will-see = מה שיראה
more = מה עוד אפשר לומר עליו
refused = נדחה

## שדות
field-channel = ערוץ
field-to = אל מי
field-behalf = בשם מי
field-carrier = מי נושא אותו
field-text = המילים
field-conditions = באילו תנאים
field-reservations = ממה מסתייגים
field-days = ימים
field-handling = איך לטפל במילים
field-approve = אני מאשר את המילים לפני שהן מועברות
field-precedence = כמה זה דחוף
field-disclosure = מה מותר לומר על כך בחוץ
field-scope = מה זה כולל ומה לא
field-as-of = נכון לאיזה רגע זה נאמר
field-not-before = לא להעביר לפני
field-not-after = לא להעביר אחרי
field-language = באיזו שפה זה כתוב
field-ambiguous = קטעים דו־משמעיים בכוונה
field-as = מה תעשו בו
field-reason = מדוע
field-label = מה המילים ביחס לנוסח המקורי
field-party = את מי לשאול
field-principal-only = לשאול את משרד השולח בלבד ולא שליחים
hint-lines = אחד בכל שורה.
hint-days = אחרי מספר הימים הזה הוא פוקע מעצמו.
hint-days-question = מספר הימים שבהם ממתינים לתשובה.
hint-handling = הנמען מקבל רק את המילים ששוחררו. המילים שלכם נשארות אצלכם ואצל המתווך.
hint-utc = לפי UTC.
hint-language = קוד כגון fa, או שם.
hint-ambiguous = מילה במילה כפי שהן בנוסח, אחד בכל שורה. המתרגם משאיר אותם כך.
hint-object = רק המתווך קורא. אפשר להשאיר ריק.
hint-reply = רק המתווך קורא.
hint-render = המילים שבהן אפשר להעביר. התנאים, ההסתייגויות והתחולה הולכים איתן כפי שכתב המחבר.
hint-return = המחבר קורא.
form-wrong = יש מה לתקן:
form-stale = הטופס הזה ישן מדי. פתחו אותו מחדש והעתיקו אליו את מילותיכם.
wrong-choose = בחרו.
wrong-text = חסרות מילים.
wrong-days = תנו מספר ימים בין 1 ל־3650.
wrong-moment = זה אינו תאריך עם שעה.

## זמנים
time-utc = { $time } UTC
time-over = עבר
time-in-minutes = { $n ->
    [one] בעוד דקה
    [two] בעוד שתי דקות
   *[other] בעוד { $n } דקות
}
time-in-hours = { $n ->
    [one] בעוד שעה
    [two] בעוד שעתיים
   *[other] בעוד { $n } שעות
}
time-in-days = { $n ->
    [one] בעוד יום
    [two] בעוד יומיים
   *[other] בעוד { $n } ימים
}

## היכן שאין דף
trouble-host = הכתובת הזו אינה זו שניתנה
trouble-host-do = פתחו את הכתובת בדיוק כפי שהמשרד הדפיס אותה; היא מתחילה ב־http://127.0.0.1.
trouble-site = זה בא מאתר אחר
trouble-site-do = לא נעשה דבר. עברו לדף של המשרד עצמו ועשו זאת שם.
trouble-session = המשרד הזה נעול בפני הדפדפן הזה
trouble-session-do = פתחו אותו בכתובת חדשה. המשרד מדפיס כתובת כשהוא נפתח.
trouble-address = הכתובת הזו כבר שימשה, או שתם זמנה
trouble-address-do = כל כתובת פועלת פעם אחת. פתחו את המשרד מחדש כדי לקבל אחרת.
trouble-page = אין דף כזה
trouble-page-do = חזרו אחורה, או התחילו בדף הראשון של המשרד.
trouble-long = זה ארוך מדי
trouble-long-do = לא נעשה דבר. חזרו וקצרו; נוסח של פריט הוא 256 קיביבייט לכל היותר.
trouble-busy = המשרד לא ענה בזמן
trouble-busy-do = אולי הוא עסוק. המתינו רגע ונסו שוב; מה ששלחתם פועל פעם אחת.
trouble-closed = המשרד נסגר
trouble-closed-do = פתחו אותו שוב. אפשר לשלוח שוב את מה ששלחתם; זה פועל פעם אחת.
trouble-failed = המשרד לא יכול היה לעשות זאת
trouble-failed-do = אולי הדיסק שלו מלא או פגום. הביטו במסוף שבו הוא פתוח.
