% Loads the program and starts its main, once, whether or not the program asks for that itself.
:- initialization(start, main).

user:term_expansion((:- initialization(main)), []).
user:term_expansion((:- initialization(main, _)), []).

start :-
    current_prolog_flag(argv, [File | Arguments]),
    set_prolog_flag(argv, [File | Arguments]),
    set_prolog_flag(optimise, true),
    consult(user:File),
    (   current_predicate(user:main/0)
    ->  user:main
    ;   true
    ).
