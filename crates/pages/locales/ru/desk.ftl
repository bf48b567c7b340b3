## What the desk does
go-on = Дальше
