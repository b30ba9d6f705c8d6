main :-
    empty_assoc(Empty),
    count(Empty, Counts),
    assoc_to_keys(Counts, Words),
    length(Words, Different),
    get_assoc("judge", Counts, Judges),
    writeln(Different),
    writeln(Judges).

count(Counts0, Counts) :-
    read_line_to_string(user_input, Word),
    (   Word == end_of_file
    ->  Counts = Counts0
    ;   (   get_assoc(Word, Counts0, Before) -> true ; Before = 0 ),
        After is Before + 1,
        put_assoc(Word, Counts0, After, Counts1),
        count(Counts1, Counts)
    ).
