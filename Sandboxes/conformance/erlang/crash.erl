-module(crash).
-export([main/0]).

main() ->
    halt(abort).
