create line 1026 allot

: echo ( -- )
  line 1024 stdin read-line throw drop
  line swap type cr ;

echo echo
." žluťoučký kůň, καλημέρα, 日本語, 🙂" cr
