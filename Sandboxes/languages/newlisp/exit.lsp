; Else it would go on with what its input says.
(exit)
