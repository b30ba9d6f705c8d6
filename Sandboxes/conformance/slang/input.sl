variable lines = fgetslines(stdin);
vmessage("%d", length(lines));
() = fputs(lines[-1], stdout);
