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
first-desk-channels = פתחו ערוץ: יש לו שם, צדדים ומערך הסתייגויות לעד.
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
first-desk-parties = צרפו צד בשמו ובתואר שולחו. אחר כך הזמינו את משרדו.
about-mandates = בכתב הרשאה רשאי שליח לעשות מעשים מסוימים בערוצים מסוימים עד מועד מסוים.
none-mandates = אין כתב הרשאה.
first-side-mandates = משרד השולח ממנה את שליחיו: goodoffices party appoint.
about-interests = עניינים של המתווך עצמו, שכל הצדדים רשאים לקרוא.
none-interests = לא הוצהר עניין.
first-desk-interests = הצהירו מה העניין שלכם עצמכם, כדי שהצדדים לא יצטרכו לנחש.
first-side-interests = אם המתווך יצהיר על עניין משלו, הוא יופיע כאן.
about-lines = קו חתום מקצה לקצה. כשהוא חדש, השוו בקול את שש מילות הבדיקה שלו.
none-lines = אין עדיין קו.
first-desk-lines = הזמינו משרד של צד מכרטיסו בין הצדדים: כך נעשות ההזמנה ושש מילותיה.
first-side-lines = הצטרפו בהזמנת המתווך: goodoffices party join.
about-told = לכל פריט: למי נאמר מה, מה נעשה בו, ולאילו עובדים הייתה יד בו.
about-record = כל מעשה לפי סדרו, במילות היומן: מי עשה ומה יצא ממנו.
nothing-recorded = עדיין לא נרשם דבר.

## במה להתחיל
nothing-waits = דבר אינו ממתין לכם.
begin-party = התחילו בצירוף צד. אחר כך הזמינו את משרדו.
begin-channel = פתחו ערוץ בין צדדים. אז יוכלו להפקיד.
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
