## Drafts
draft-here = מה שהקלדתם נמצא כאן שוב, שמור מ־
draft-drop = להשליך
draft-keep = לשמור את זה לאחר כך
draft-kept = נשמר במשרד הזה בשעה
draft-not-kept = זה לא נשמר: הוא ארוך מדי, או שכבר נשלח.

## The lock
lock = נעול
lock-about = איש לא השתמש במשרד הזה כאן זמן מה, או שהמחשב נרדם. דבר לא אבד: מה שהוקלד שמור במשרד.
lock-do = או פתחו אותו בכתובת חדשה: הפקודה `pages` במסוף במחשב הזה נותנת אותה.
lock-passphrase = משפט סיסמה
lock-open = לפתוח
lock-wrong = זה לא משפט הסיסמה שפותח אותו. אחרי חמש טעויות דרושה כתובת חדשה.

## The alarm: how urgent, and never what
alarm-on = להפעיל צליל והתראות למה שדחוף
alarm-urgent = משהו דחוף ממתין
alarm-flash = משהו בדרגת מבזק ממתין
