## What the desk does
go-on = Go on
