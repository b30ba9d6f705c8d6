known(1).

main :- known(X), writeln(X ) ).
