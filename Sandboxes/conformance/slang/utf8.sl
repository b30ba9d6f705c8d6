variable line;
loop (2)
{
    () = fgets(&line, stdin);
    () = fputs(line, stdout);
}
message("žluťoučký kůň, καλημέρα, 日本語, 🙂");
