% Loads the program and starts its main, once, whether or not the program asks for that itself.
:- initialization(start, main).

user:term_expansion((:- initialization(main)), []).
user:term_expansion((:- initialization(main, _)), []).

% The arguments are the file with main, all files, `--`, and what the program is given.
start :-
    current_prolog_flag(argv, [File | Rest]),
    once(append(Files, [-- | Arguments], Rest)),
    set_prolog_flag(argv, [File | Arguments]),
    set_prolog_flag(optimise, true),
    consult(user:File),
    % Once each: those that the program has loaded by itself stay as they are.
    forall((member(Other, Files), Other \== File), ensure_loaded(user:Other)),
    (   current_predicate(user:main/0)
    ->  user:main
    ;   true
    ).
