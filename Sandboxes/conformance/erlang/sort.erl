-module(sort).
-export([main/0]).

main() ->
    ok = io:setopts([binary]),
    [_Count | Words] = binary:split(read(<<>>), <<"\n">>, [global, trim]),
    Values = lists:sort([binary_to_integer(Word) || Word <- Words]),
    io:put_chars([[integer_to_binary(Value), $\n] || Value <- Values]).

read(Text) ->
    case file:read(standard_io, 1 bsl 20) of
        {ok, More} -> read(<<Text/binary, More/binary>>);
        eof -> Text
    end.
