# Что говорят страницы, по-русски. Одни и те же ключи с одними и теми же аргументами во всех языках; это проверяет `cargo xtask i18n`.

## Рамка каждой страницы
skip = Перейти к содержанию
nav = Разделы этого бюро
nav-messages = Послания
nav-between = Между сторонами
nav-house = Хозяйство
office-desk = бюро посредника
office-principal = бюро доверителя
office-envoy = бюро посланника
office-unnamed = Бюро, которому посредник ещё не написал
language-choose = Язык этих страниц
leave = Выйти: закрыть это бюро в этом браузере
waiting-count = { $n ->
    [0] ничего не ждёт
    [one] ждёт { $n } дело
    [few] ждут { $n } дела
    [many] ждут { $n } дел
   *[other] ждут { $n } дела
}

## Места
place-waiting = Что ждёт меня
place-board = Нерешённое
place-items = Документы
place-channels = Каналы
place-questions = Частные вопросы
place-pairs = Параллельные заявления
place-proposals = Предложения
place-offers = Услуги
place-texts = Переговорные тексты
place-readouts = Сообщения для печати
place-notes = Внешний мир
place-conflicts = Противоречия
place-parties = Стороны
place-mandates = Полномочия
place-interests = Заявленные интересы
place-lines = Линии
place-line = Линия
place-told = Кому что сказано
place-record = Летопись

## Что такое каждый список и что делать, когда он пуст
about-channels = То, что от двух до шести сторон могут передавать друг другу под одним именем и одним блоком оговорок.
none-channels = Каналов ещё нет.
first-desk-channels = Откройте канал: goodoffices desk open-channel называет его и его стороны.
first-side-channels = Каналы открывает посредник. Здесь ничего делать не нужно.
about-questions = Между посредником и одной стороной. Никогда не входит в документы канала.
none-questions = Пока ни о чём не спрашивали.
first-desk-questions = Спросите сторону, если до передачи что-то должно быть ясно.
first-side-questions = Когда у посредника есть вопрос только к вам, он появится здесь.
about-pairs = Каждая сторона вносит собственное заявление. Ни одно не показывают, пока не внесены все, и все выпускают одним действием. Совместного текста не бывает никогда.
none-pairs = Ни одной пары заявлений не открыто.
first-desk-pairs = Откройте пару в канале, когда его стороны готовы заявить каждая за себя.
first-side-pairs = Пару открывает посредник. Тогда у вас попросят ваше собственное заявление.
about-proposals = Пронумерованные варианты с запечатанными ответами. Что взяли бы все, показывают в назначенный час, один раз.
none-proposals = Предложений нет.
first-desk-proposals = Поставьте варианты перед сторонами канала и назначьте час, когда покажут итог.
first-side-proposals = Когда посредник предложит, варианты появятся здесь, и вы ответите на них запечатанно.
about-offers = Предлагаемые добрые услуги. Только посредник узнаёт, что стало с его предложением услуг.
none-offers = Услуг не предлагали.
first-desk-offers = Предложите свои добрые услуги собственными словами.
first-side-offers = Предложение услуг посредника появилось бы здесь. Его можно принять к использованию, отклонить или оставить.
about-texts = Текст, который принадлежит одному посреднику, в редакциях. Замечания каждой стороны видит только он.
none-texts = Переговорного текста нет.
first-desk-texts = Представьте сторонам канала первую редакцию.
first-side-texts = Текст, представленный посредником, появляется здесь для ваших замечаний ему одному.
about-readouts = То, что говорится публично. Каждая затронутая сторона сначала визирует; опубликованное подписано.
none-readouts = Сообщений для печати нет.
first-desk-readouts = Составьте сообщение, назовите, кого оно касается, и у них попросят визу.
first-side-readouts = Касающееся вас сообщение появится здесь прежде, чем его кто-либо опубликует.
about-notes = Что сказано публично или в печати и каких документов это касается.
none-notes = О внешнем мире ничего не записано.
first-desk-notes = Запишите разглашение или высказывание либо сверьте газетный текст с тем, что здесь есть.
first-side-notes = Когда посредник запишет, что о документе говорят публично, это появится здесь.
about-conflicts = Где два бюро одной стороны противоречат друг другу.
none-conflicts = Противоречий между бюро нет.
first-desk-conflicts = Если они возникнут, это будет показано здесь, и можно будет спросить доверителя.
about-parties = Стороны, которым служит посредник, их бюро и полномочия их посланников.
none-parties = Посредник ещё никому не служит.
first-desk-parties = Примите сторону: goodoffices desk add-party называет её и её доверителя. Затем пригласите её бюро.
about-mandates = По полномочию посланник может совершать некоторые действия в некоторых каналах до некоторого срока.
none-mandates = Полномочий нет.
first-side-mandates = Посланников назначает бюро доверителя: goodoffices party appoint.
about-interests = Собственные интересы посредника, которые могут прочесть все стороны.
none-interests = Интересов не заявлено.
first-desk-interests = Заявите, что стоит на кону у вас самих, чтобы сторонам не приходилось гадать.
first-side-interests = Если посредник заявит собственный интерес, он появится здесь.
about-lines = Линия запечатана от конца до конца. Когда она новая, сверьте голосом шесть её проверочных слов.
none-lines = Линий ещё нет.
first-desk-lines = Пригласите бюро стороны: goodoffices desk invite создаёт приглашение и шесть его слов.
first-side-lines = Присоединитесь по приглашению посредника: goodoffices party join.
about-told = По каждому документу: кому что сказано, что с этим сделали и кто из сотрудников к этому причастен.
about-record = Каждое действие по порядку, словами журнала: кто его совершил и что из него вышло.
nothing-recorded = Пока ничего не записано.

## С чего начать
nothing-waits = Вас ничего не ждёт.
begin-party = Начните с того, что примите сторону: goodoffices desk add-party называет её и её доверителя. Затем пригласите её бюро.
begin-channel = Откройте канал между сторонами: goodoffices desk open-channel. Тогда они смогут вносить документы.
begin-letter = Посредник ещё не написал. Линии нужно время, или его бюро закрыто.
begin-desk = Что внесут стороны, появится здесь; самое срочное отмечено.
begin-lodge = Внесите что-нибудь посреднику или подождите: переданное вам появится здесь.
known = Следует знать
no-items = Документов ещё нет.
no-items-desk = Здесь появляется то, что вносят стороны.
no-items-party = Внесите что-нибудь посреднику; переданное вам тоже появится здесь.

## Списки
find = Найти слова
find-do = Найти
find-none = Показать всё
find-further = Искать дальше в прошлом
found-none = Ничего не найдено.
found-none-yet = Среди последних ничего не найдено. Ищите дальше.
pager = Страницы
pager-at = Страница { $page } из { $pages }
pager-newer = Новее
pager-older = Старее
pager-latest = Последние

## Документ
item = Документ
item-no = Документ { $n }
item-not-here = документ, которого здесь нет
from = от
to = кому
others = Другие
co-mediators = Тоже посредничают
channel = Канал
state = Состояние
lapse = Теряет силу
lapses = теряет силу
as-of = По состоянию на
conveyed-on = Передано
on-behalf-of = От имени
carrier = Доставил
precedence = Срочность
disposition = Как поступили
dispositions = Что с этим сделали адресаты
dispositions-hint = Ничто из этого не означает согласия, и автору об этом не сообщают.
handling = Обращение с текстом
approval = Утверждение слов
approval-first = Автор сначала утверждает слова.
disclosure = Огласка
language = Язык текста
answers = Отвечает на
reaffirms = Подтверждает
supersedes = Заменяет
superseded-by = Заменён
same-as = То же, что
maybe-same = Возможно, то же, что
reason = Причина
to-several = Один текст нескольким
to-several-yes = Каждому адресату даны эти же слова.
read-at = Прочитано в
status-block = Блок оговорок
unconfirmed = не подтверждено
closed = закрыт
conditions = Условия
invoked = приведено в действие
reservations = Оговорки
scope = Охват
keep-ambiguous = Намеренно двусмысленно
translation = Перевод
correction = исправление
delivered = в его бюро
not-delivered = ещё не в его бюро
fidelity-code = Код верности
words-authentic = Подлинный текст
words-conveyed = Переданные слова
words-gone = Слов здесь нет или больше нет.
show-text = Показать текст
officers = Сотрудники
officer = Сотрудник
acts = Что вы можете сделать
said-to-approve = Слова, ждущие утверждения
said-renditions-out = Что выпущено, по адресатам
said-conveyed-in-your-name = Что передано от вашего имени
said-corrected = Как передано и исправлено, начиная с самого раннего

## Устное послание
oral-hidden = Устное послание: откройте, чтобы прочесть.
oral-before = Это устное послание. Его читают только с этого экрана, и посреднику сообщают, что оно прочитано.
oral-read = Прочесть сейчас
oral-masked = Закрыто, пока это окно не впереди.
oral-after = Здесь его нельзя выделить, скопировать или напечатать. Сфотографировать экран ничто не мешает.

## Блок оговорок
status-no-commitment = без обязательств
status-no-coordination = без координации
status-no-recognition = без признания
status-without-prejudice = без ущерба для позиций
status-no-precedent = без создания прецедента

## Формы и их обычаи
form-oral-message = Устное послание
form-non-paper = Нон-пейпер
form-aide-memoire = Памятная записка
form-personal-message = Личное послание
form-declaration = Заявление
form-note-verbale = Вербальная нота
form-talking-points = Тезисы для беседы
formrule-oral-message = Читается с экрана; копию не вручают. Только посреднику сообщают, что оно прочитано.
formrule-non-paper = Не называет ни происхождения, ни даты, и на него не ссылаются.
formrule-aide-memoire = С датой, в третьем лице, без подписи.
formrule-personal-message = От имени доверителя, доставлено посланцем.
formrule-declaration = Обращено к одному посреднику и выпускается только как одно из пары.
formrule-note-verbale = Официальна: её можно приписать автору.
formrule-talking-points = Для собственного пользования; никогда не передаются.

## Словари
handling-verbatim = Слово в слово или никак
handling-paraphrase = Другими словами или слово в слово
handling-gist = Достаточно сути
handling-at-desk = Как сочтёт посредник
label-verbatim = дословно
label-paraphrase = пересказ
label-gist = суть
labelabout-verbatim = подлинный текст со всем, что к нему относится; иное отклоняется
labelabout-paraphrase = то же другими словами
labelabout-gist = к чему это сводится
precedence-routine = обычная
precedence-urgent = срочно
precedence-flash = молния
disclosure-secret = Говорить об этом нельзя
disclosure-without-attribution = Можно использовать, не говоря, чьё это
disclosure-may-mention = Посредник может упомянуть
disclosure-public = Говорить может каждый
disposition-noted = Принято к сведению
disposition-without-recognition = Получено без признания
disposition-ad-referendum = Взято ad referendum
disposition-not-accepted = Не принято
disposition-returned-unread = Возвращено непрочитанным
dispositionabout-noted = вы приняли это к сведению
dispositionabout-without-recognition = вы не признаёте ни отправителя, ни послания
dispositionabout-ad-referendum = вы несёте это тем, кто решает
dispositionabout-not-accepted = вы это отвергаете
dispositionabout-returned-unread = слова стираются здесь навсегда
may-lodge = вносить
may-dispose = распоряжаться полученным
may-approve = утверждать слова
may-answer = отвечать посреднику
may-clear = визировать сообщения
state-lodged = внесён
state-awaiting-countersign = ждёт скрепления
state-held = задержан
state-awaiting-approval = ждёт утверждения
state-approved = слова утверждены
state-conveyed = передан
state-returned = возвращён
state-recalled = отозван
state-lapsed = утратил силу
state-lapsed-unread = утратил силу непрочитанным
state-voided = недействителен
state-erased = стёрт
waits-response = Ждёт вашего решения или ответа
waits-approval = Посредник просит утвердить его слова
waits-countersign = Ждёт вашего скрепления
waits-leave = Посредник просит позволения воспользоваться доверенным ему
waits-carriage = Изложить, выпустить или вернуть
waits-admission = Пришло по истёкшим полномочиям: допустите или верните
waits-invocation = Приведено в действие условие: выпустите это или верните
waits-correction = Исправление ждёт выпуска
waits-confirmation = Вы так сказали? Посредник это записал
waits-answer = Предложение ждёт вашего запечатанного ответа
waits-offer = Предложены услуги: примите к использованию, отклоните или оставьте
waits-clearance = Сообщение ждёт вашей визы
waits-reply = Посредник спрашивает вас с глазу на глаз
own-outreach = слова самого посредника
own-idea = мысль посредника
own-assurance = заверение посредника
grade-sight = с листа
grade-rough = черновой
grade-official = официальный
touches-name = имя или должность
touches-label = обозначение
touches-quote = слова документа
touches-day = день передачи
pairstate-open = открыта
pairstate-opening = вскрывается
pairstate-complete = полна
pairstate-released = выпущена
pairstate-not-completed = не завершена
proposalstate-open = открыто
proposalstate-revealed = раскрыто
proposalstate-voided = недействительно
offerstate-open = открыто
offerstate-taken-up = использовано
offerstate-declined = отклонено
offerstate-lapsed = утратило силу
offerstate-answered = отвечено
readoutstate-awaiting-clearance = ждёт виз
readoutstate-cleared = завизировано
readoutstate-objected-to = есть возражение
readoutstate-published = опубликовано
readoutstate-withdrawn = снято
linestate-working = работает
linestate-silent = молчит
linestate-broken = прервана
linestate-waiting = ждёт
linestate-expired = истекла
lineabout-working = Узел отвечает, и другой конец тоже.
lineabout-silent = Узел отвечает, а другой конец нет. Возможно, его бюро закрыто.
lineabout-broken = Узел не отвечает. Проверьте сеть; ждущее уйдёт, когда он вернётся.
lineabout-waiting = Приглашением ещё никто не воспользовался.
lineabout-expired = Приглашением не воспользовались вовремя. Пригласите снова.
note-disclosure = Разглашение
note-statement = Публичное высказывание
note-exposure = Газетный текст

## Частные вопросы
question-no = Вопрос { $n }
about-item = о документе
reply = Ответ
no-reply-yet = Ответа ещё нет.

## Между сторонами
pair-no = Пара { $n }
pair-lodged = Внесли
pair-own = Ваше
pair-yours = Внесено и запечатано ото всех.
pair-yours-not = Не внесено.
nobody-yet = пока никто
declarations = Заявления
proposal-no = Предложение { $n }
subject = Предмет
reveal-at = Покажут
common = Что взяли бы все
your-answer = Что взяли бы вы
answers-from = Ответы
no-option = ни одного
offer-no = Услуга { $n }
text-no = Текст { $n }
version-no = Редакция { $n }
comment = Замечание от

## Сообщения для печати и внешний мир
readout-no = Сообщение { $n }
readout-own = ваше собственное
readout-key = Ключ, которым оно проверяется
draft = Проект
concerns = Касается
mentions = Упоминает
cleared-by = Завизировал
objection-of = Возражает
published-on = Опубликовано
signature = Подпись
findings-count = { $n ->
    [one] Касается того, о чём говорить нельзя, в { $n } месте
    [few] Касается того, о чём говорить нельзя, в { $n } местах
    [many] Касается того, о чём говорить нельзя, в { $n } местах
   *[other] Касается того, о чём говорить нельзя, в { $n } местах
}
occasion = Случай
of-items = О
like-authentic = похоже на подлинный текст
like-released = похоже на выпущенные слова
likeness = сходство { $n } из 100
had-been-told = Эти слова были сказаны им; это не говорит о том, кто их передал дальше:
principal-asked = Доверителя спросили.
principal-not-asked = Доверителя не спрашивали.

## Хозяйство
principal = Доверитель
principals-office = бюро доверителя
address = Как обращаться
offices = Бюро
no-office-yet = Ни одно бюро ещё не присоединилось.
line-no = Линия { $n }
capacity = Качество
may = Может
until = До
until-revoked = до отзыва
revoked = отозвано
countersign = Скрепление
countersign-yes = Доверитель скрепляет внесённое.
queue = В пути
set-aside = Отложено
letters-count = { $n ->
    [0] нет писем
    [one] { $n } письмо
    [few] { $n } письма
    [many] { $n } писем
   *[other] { $n } письма
}
check-words = Проверочные слова: сверьте их голосом один раз
told-whom = Кому сказано
when = Когда
by-whom = Кем
what-came = Что из этого вышло

## Действия
lodge = Сказать что-нибудь
lodge-about = Вы отдаёте это посреднику, а он передаёт, спрашивает или возвращает. Какой будет форма?
do-lodge = Внести посреднику
do-dispose = Решить, как поступить
do-answer = Ответить
do-approve = Утвердить именно эти слова
do-object = Возразить
do-reply = Ответить посреднику
do-supersede = Заменить
do-reaffirm = Сказать снова
do-render = Изложить
do-release = Выпустить
do-return = Вернуть автору
do-ask = Спросить сторону
done-lodged = Внесено посреднику.
done-disposed = Сделано. Сообщено только посреднику.
done-approved = Утверждено: именно эти слова и никакие другие.
done-objected = Посреднику сообщено; эти слова не будут переданы.
done-replied = Ответ дан, только посреднику.
done-rendered = Изложено. Бюро ничего не покинуло.
done-released = Выпущено.
done-returned = Возвращено автору с причиной.
done-asked = Спрошено.
done-read = Прочитано. Сообщено только посреднику.
dispose-about = О вашем выборе узнаёт только посредник. Ничто из этого не означает согласия.
release-about = Бюро покинет именно это и больше ничего. Когда это у адресата, вернуть его нельзя.
release-missing = Ещё не изложено для:
will-see = Что увидит
more = Что ещё можно указать
refused = Отказано

## Поля
field-channel = Канал
field-to = Кому
field-behalf = От чьего имени
field-carrier = Кто доставит
field-text = Слова
field-conditions = На каких условиях
field-reservations = Что оговорено
field-days = Дней
field-handling = Как обращаться со словами
field-approve = Я утверждаю слова до передачи
field-precedence = Насколько срочно
field-disclosure = Что можно говорить об этом вовне
field-scope = Что это охватывает, а что нет
field-as-of = По состоянию на какой момент
field-not-before = Не передавать раньше
field-not-after = Не передавать позже
field-language = На каком языке написано
field-ambiguous = Намеренно двусмысленные места
field-as = Как вы с этим поступите
field-reason = Почему
field-label = Чем эти слова приходятся подлинному тексту
field-party = Кого спросить
field-principal-only = Спросить только бюро доверителя, но не посланников
hint-lines = По одному в строке.
hint-days = Через столько дней само теряет силу.
hint-days-question = Столько дней ожидается ответ.
hint-handling = Адресат получает только выпущенные слова. Ваши собственные остаются у вас и у посредника.
hint-utc = По UTC.
hint-language = Код, например fa, или название.
hint-ambiguous = Слово в слово, как в тексте, по одному в строке. Переводчик сохраняет их такими.
hint-object = Читает только посредник. Можно не заполнять.
hint-reply = Читает только посредник.
hint-render = Слова, в которых это можно передать. Условия, оговорки и охват идут с ними, как их написал автор.
hint-return = Читает автор.
form-wrong = Нужно исправить:
form-stale = Эта форма устарела. Откройте её заново и скопируйте свои слова.
wrong-choose = Выберите.
wrong-text = Нет слов.
wrong-days = Укажите число дней от 1 до 3650.
wrong-moment = Это не дата со временем.

## Время
time-utc = { $time } UTC
time-over = истекло
time-in-minutes = { $n ->
    [one] через { $n } минуту
    [few] через { $n } минуты
    [many] через { $n } минут
   *[other] через { $n } минуты
}
time-in-hours = { $n ->
    [one] через { $n } час
    [few] через { $n } часа
    [many] через { $n } часов
   *[other] через { $n } часа
}
time-in-days = { $n ->
    [one] через { $n } день
    [few] через { $n } дня
    [many] через { $n } дней
   *[other] через { $n } дня
}

## Где страницы нет
trouble-host = Это не тот адрес, который был дан
trouble-host-do = Откройте адрес точно так, как его напечатало бюро; он начинается с http://127.0.0.1.
trouble-site = Это пришло с другого сайта
trouble-site-do = Ничего не сделано. Перейдите на страницу самого бюро и сделайте это там.
trouble-session = Это бюро закрыто для этого браузера
trouble-session-do = Откройте его по новому адресу. Бюро печатает адрес, когда его открывают.
trouble-address = Этот адрес уже использован или больше не действует
trouble-address-do = Каждый адрес действует один раз. Откройте бюро заново, чтобы получить другой.
trouble-page = Такой страницы нет
trouble-page-do = Вернитесь назад или начните с первой страницы бюро.
trouble-long = Слишком длинно
trouble-long-do = Ничего не сделано. Вернитесь и сократите; текст документа не длиннее 256 КиБ.
trouble-busy = Бюро не ответило вовремя
trouble-busy-do = Возможно, оно занято. Подождите и попробуйте снова; отправленное подействует один раз.
trouble-closed = Бюро закрыли
trouble-closed-do = Откройте его снова. Отправленное можно отправить ещё раз; оно подействует один раз.
trouble-failed = Бюро не смогло этого сделать
trouble-failed-do = Возможно, диск полон или повреждён. Посмотрите в терминал, где оно открыто.
