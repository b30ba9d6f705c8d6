-module(loop).
-export([main/0]).

main() ->
    loop(0).

loop(Counter) ->
    loop(Counter + 1).
