% Reads all terms of the files that it gets, with the operators that they declare, and runs nothing.
:- use_module(library(prolog_source)).
:- initialization(main, main).

main :-
    current_prolog_flag(argv, Files),
    maplist(check, Files).

check(File) :-
    prolog_open_source(File, In),
    repeat,
    catch(prolog_read_source_term(In, Term, _, [syntax_errors(error), singletons(warning)]), Mistake, refuse(Mistake)),
    Term == end_of_file,
    !,
    prolog_close_source(In).

refuse(Mistake) :-
    print_message(error, Mistake),
    halt(1).
