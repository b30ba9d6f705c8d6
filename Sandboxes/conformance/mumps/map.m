map
 new counts,different,word
 set different=0
 for  read word quit:$zeof  do
 . if '$data(counts(word)) set different=different+1
 . set counts(word)=$get(counts(word))+1
 write different,!,counts("judge"),!
 quit
