## What the desk does
go-on = متابعة
