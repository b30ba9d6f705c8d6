	DO .1 <- #1
	DO COME FROM (1)
(1)	PLEASE .1 <- #2
