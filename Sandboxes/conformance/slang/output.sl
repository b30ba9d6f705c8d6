variable line = "";
loop (99) line += "x";
line += "\n";
loop (100000) () = fputs(line, stdout);
