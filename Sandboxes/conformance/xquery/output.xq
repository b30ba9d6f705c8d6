let $line := string-join((1 to 99) ! "x")
return string-join((1 to 100000) ! $line, "&#10;")
