:- use_module(greeting).

main :-
    greet('World').
