identification division.
program-id. utf8.
data division.
working-storage section.
01 line-in   pic x(200).
procedure division.
    perform 2 times
        accept line-in
        display function trim(line-in)
    end-perform
    display
        "žluťoučký kůň, καλημέρα, 日本語, 🙂"
    stop run.
