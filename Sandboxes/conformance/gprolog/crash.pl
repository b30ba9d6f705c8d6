:- initialization(main).

main :-
    prolog_pid(Pid),
    send_signal(Pid, 'SIGKILL').
