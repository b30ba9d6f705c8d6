require greeting.fth

s" World" greet
