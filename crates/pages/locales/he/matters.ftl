## שאלות פרטיות
question-no = שאלה { $n }
about-item = על
reply = תשובה
no-reply-yet = אין עדיין תשובה.

## בין הצדדים
pair-no = זוג { $n }
pair-lodged = הפקידו
pair-own = שלכם
pair-yours = הופקדה, ואטומה בפני הכול.
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
readout-no = הודעה לציבור { $n }
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
principal-asked = המרשה נשאל.
principal-not-asked = המרשה לא נשאל.

## הבית
principal = המרשה
principals-office = משרד המרשה
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
countersign-yes = המרשה מוסיף חתימה על מה שמופקד.
queue = בדרך
set-aside = הונחו בצד
letters-count = { $n ->
    [0] אין מכתבים
    [one] מכתב אחד
    [two] שני מכתבים
   *[other] { $n } מכתבים
}
check-words = מילות בדיקה: השוו אותן בקול, פעם אחת
when = מתי
by-whom = בידי מי
what-came = מה יצא מזה
