## What the desk does
go-on = Continuer
