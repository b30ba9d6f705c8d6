block = 'xxxxxxxxxxxxxxxx'
while (1) { block = block . block }
