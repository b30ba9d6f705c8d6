%% Compiles modules whatever their files are called, and notes what to start: `main` or `start`, with the arguments or
%% without, in the module of the first file that has it.
main([Note | Files]) ->
    Modules = [compile(File) || File <- Files],
    Starts = [{Module, Function, Count}
              || {Module, Exports} <- Modules,
                 {Function, Count} <- [{main, 0}, {main, 1}, {start, 0}],
                 lists:member({Function, Count}, Exports)],
    case Starts of
        [Start | _] ->
            ok = file:write_file(Note, io_lib:format("~p.~n", [Start]));
        [] ->
            io:format(standard_error, "~ts: no module exports main/0, main/1 or start/0~n", [hd(Files)]),
            halt(1)
    end.

compile(File) ->
    Options = [binary, report, no_error_module_mismatch, {i, "/box"}],
    case compile:file(File, Options) of
        {ok, Module, Code} ->
            ok = file:write_file(atom_to_list(Module) ++ ".beam", Code),
            {ok, {_, [{exports, Exports}]}} = beam_lib:chunks(Code, [exports]),
            {Module, Exports};
        error ->
            halt(1)
    end.
