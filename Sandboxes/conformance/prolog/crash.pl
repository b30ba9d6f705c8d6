main :-
    current_prolog_flag(pid, Pid),
    process_kill(Pid, kill).
