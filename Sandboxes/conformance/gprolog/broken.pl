:- initialization(main).

main :- write(1 ) ).
