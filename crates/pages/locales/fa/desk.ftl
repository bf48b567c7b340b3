## What the desk does
go-on = ادامه
