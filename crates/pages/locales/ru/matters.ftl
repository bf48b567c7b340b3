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
readout-no = Сообщение для печати { $n }
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
when = Когда
by-whom = Кем
what-came = Что из этого вышло
