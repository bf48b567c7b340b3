## What the desk does
go-on = להמשיך
