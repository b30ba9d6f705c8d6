main :-
    numlist(1, 50, Numbers),
    foldl([N, P0, P]>>(P is N * P0), Numbers, 1, Product),
    writeln(Product).
