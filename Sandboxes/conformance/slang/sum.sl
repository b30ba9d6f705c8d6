variable line, total = 0LL;
() = fgets(&line, stdin);
foreach line (stdin) using ("line")
    total += atoll(line);
vmessage("%lld", total);
