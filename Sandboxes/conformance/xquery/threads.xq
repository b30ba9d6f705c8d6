sum(xquery:fork-join(
    for $number in 0 to 3
    return function() { sum((1 to 1000) ! $number) }
))
