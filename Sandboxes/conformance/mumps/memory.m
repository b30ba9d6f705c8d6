memory
 new blocks,i
 for i=1:1 set blocks(i)=$justify("",1000000)_i
