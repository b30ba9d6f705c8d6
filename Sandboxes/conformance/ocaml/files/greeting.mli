val greet : string -> unit
