-module(exit).
-export([main/0]).

main() ->
    halt(3).
