variable line, sum = 0LL;
() = fgets(&line, stdin);
foreach line (stdin) using ("line")
    sum += atoll(line);
vmessage("%lld", sum);
