use str

var line = (str:join '' [(repeat 99 x)])
range 100000 | each {|i| echo $line }
