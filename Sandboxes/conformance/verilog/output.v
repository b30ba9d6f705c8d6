module flood;
    initial repeat (100000) $display("%0s", {99{"x"}});
endmodule
