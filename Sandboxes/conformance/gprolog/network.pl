:- initialization(main).

main :-
    catch(connect, _, (write('no network'), nl)).

connect :-
    socket('AF_INET', Socket),
    socket_connect(Socket, 'AF_INET'('192.0.2.1', 80), _, _).
