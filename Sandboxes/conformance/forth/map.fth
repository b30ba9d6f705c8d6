table constant counts
variable different
create word-buffer 258 allot

: counter ( c-addr u -- addr )
  2dup counts search-wordlist
  if nip nip execute
  else
    1 different +!
    get-current >r counts set-current
    nextname variable lastxt execute
    r> set-current
  then ;

: count-words ( -- )
  begin
    word-buffer 256 stdin read-line throw
  while
    word-buffer swap counter 1 swap +!
  repeat drop ;

count-words
different @ . cr
s" judge" counter @ . cr
