main :-
    lines(0, "").

lines(Count, Last) :-
    read_line_to_string(user_input, Line),
    (   Line == end_of_file
    ->  writeln(Count),
        writeln(Last)
    ;   Count1 is Count + 1,
        lines(Count1, Line)
    ).
