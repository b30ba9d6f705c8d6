sort
 new count,values,value,i
 read count
 for i=1:1:count read value set values(+value)=$get(values(+value))+1
 set value=""
 for  set value=$order(values(value)) quit:value=""  for i=1:1:values(value) write value,!
 quit
